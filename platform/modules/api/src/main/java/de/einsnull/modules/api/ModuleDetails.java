package de.einsnull.modules.api;

import java.util.List;
import java.util.Map;

/**
 * What there is to know about one module.
 *
 * @param module the module
 * @param health how it is, the worst first; empty if it is not installed
 * @param contributions what it adds to the platform now
 * @param imports packages it uses that others export, with version
 * @param settings PIDs of the settings it declares; factory PIDs end with {@code ~}
 * @param components third-party components in it, from its bill of materials
 * @param meters its figures by name with labels, as they stand in {@code /metrics}
 */
public record ModuleDetails(
        Module module,
        List<Health> health,
        List<Contribution> contributions,
        List<String> imports,
        List<String> settings,
        List<Component> components,
        Map<String, Double> meters) {

    /** Makes everything unchangeable. */
    public ModuleDetails {
        health = List.copyOf(health);
        contributions = List.copyOf(contributions);
        imports = List.copyOf(imports);
        settings = List.copyOf(settings);
        components = List.copyOf(components);
        meters = Map.copyOf(meters);
    }

    /**
     * One statement about its health.
     *
     * @param level how serious it is
     * @param subject what it is about: a check, a component, a bundle
     * @param cause what is wrong or well, in words; a check of the module speaks the language it was written in
     * @param advice what to do, in words, empty if nothing
     */
    public record Health(Level level, String subject, String cause, String advice) {}

    /** How serious a statement is. */
    public enum Level {
        /** It works. */
        GOOD,
        /** It works, but somebody should look. */
        ATTENTION,
        /** It does not work. */
        BAD
    }

    /**
     * One thing that a module adds to the platform.
     *
     * @param kind what it is
     * @param name path, name or type that identifies it
     * @param title what people call it, empty if it has no title
     * @param access who may use it: a constant of {@code de.einsnull.security.api.Access} or a role, empty if it is not
     *     for people
     */
    public record Contribution(Kind kind, String name, String title, String access) {}

    /** What modules contribute. */
    public enum Kind {
        /** Page of the portal. */
        PAGE,
        /** Entry of a menu. */
        MENU,
        /** Part of the start page. */
        WIDGET,
        /** Layer of the city map. */
        MAP_LAYER,
        /** REST resource. */
        API,
        /** Sensor driver. */
        DRIVER,
        /** Payload codec. */
        CODEC,
        /** Subscription to events of the bus. */
        SUBSCRIPTION,
        /** Scheduled job. */
        JOB,
        /** Database schema. */
        SCHEMA,
        /** Documents for the search. */
        SEARCH,
        /** Personal data it keeps. */
        PERSONAL_DATA,
        /** Health check. */
        HEALTH_CHECK,
        /** Settings. */
        SETTINGS,
        /** Another OSGi service. */
        SERVICE
    }

    /**
     * One entry of the bill of materials.
     *
     * @param name group and name
     * @param version its version
     * @param licence SPDX identifier, empty if unknown
     */
    public record Component(String name, String version, String licence) {}
}
