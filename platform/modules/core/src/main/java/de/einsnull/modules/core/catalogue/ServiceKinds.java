package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.ModuleDetails.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What the services of a module mean to the platform. Interfaces are known by their names, so that areas that are not
 * installed need not be.
 */
enum ServiceKinds {
    PAGE("de.einsnull.portal.api.PortalPage", Kind.PAGE, "einsnull.page.path", "", "einsnull.page.access"),
    API("de.einsnull.web.api.RestResource", Kind.API, "einsnull.rest.path", "einsnull.rest.title", ""),
    SERVLET("jakarta.servlet.Servlet", Kind.API, "osgi.http.whiteboard.servlet.pattern", "", "einsnull.access"),
    MENU("de.einsnull.portal.api.MenuEntry", Kind.MENU, "", "", ""),
    WIDGET("de.einsnull.portal.api.StartWidget", Kind.WIDGET, "component.name", "", ""),
    MAP_LAYER("de.einsnull.portal.api.MapLayer", Kind.MAP_LAYER, "component.name", "", ""),
    DRIVER("de.einsnull.sensors.api.driver.SensorDriver", Kind.DRIVER, "component.name", "sensors.instance", ""),
    CODEC("de.einsnull.sensors.api.driver.PayloadCodec", Kind.CODEC, "sensors.model.id", "sensors.model.name", ""),
    SUBSCRIPTION(
            "de.einsnull.bus.api.EventSubscriber", Kind.SUBSCRIPTION, "einsnull.bus.types", "einsnull.bus.group", ""),
    JOB("de.einsnull.jobs.api.ScheduledJob", Kind.JOB, "einsnull.job.name", "einsnull.job.cron", ""),
    SEARCH("de.einsnull.search.api.", Kind.SEARCH, "component.name", "", ""),
    PERSONAL_DATA("de.einsnull.security.api.PersonalData", Kind.PERSONAL_DATA, "component.name", "", ""),
    HEALTH_CHECK("org.apache.felix.hc.api.HealthCheck", Kind.HEALTH_CHECK, "hc.name", "", "");

    /** Services that are there for the framework, not for people. */
    private static final List<String> TECHNICAL =
            List.of("org.osgi.service.cm.", "org.osgi.service.component.", "javax.persistence.", "org.apache.aries.");

    private final String type;
    private final Kind kind;
    private final String name;
    private final String title;
    private final String access;

    ServiceKinds(String type, Kind kind, String name, String title, String access) {
        this.type = type;
        this.kind = kind;
        this.name = name;
        this.title = title;
        this.access = access;
    }

    /** The kind of an interface, empty for one that the platform does not know. */
    static Optional<ServiceKinds> of(String type) {
        for (ServiceKinds one : values()) {
            if (type.startsWith(one.type)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static boolean isTechnical(String type) {
        return TECHNICAL.stream().anyMatch(type::startsWith);
    }

    Kind kind() {
        return kind;
    }

    String nameProperty() {
        return name;
    }

    String titleProperty() {
        return title;
    }

    String accessProperty() {
        return access;
    }
}
