package de.einsnull.modules.core.health;

import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;

/**
 * One statement about the health of a module, in no language yet.
 *
 * @param level how serious it is
 * @param subject what it is about: a check, a component, a bundle
 * @param code what is the matter; the words stand in {@code OSGI-INF/l10n/messages*.properties}
 * @param detail what makes it concrete, such as the service that is missing; empty if nothing does
 */
public record Statement(Level level, String subject, Code code, String detail) {

    private static final BundleTexts TEXTS =
            new BundleTexts(file -> Statement.class.getClassLoader().getResource(file));

    /** What can be the matter. */
    public enum Code {
        /** All is well. */
        WELL,
        /** A bundle does not run. */
        NOT_RUNNING,
        /** The tables are not migrated; the detail is what the database says. */
        SCHEMA_BEHIND,
        /** A component waits for settings; the detail is their PIDs. */
        NEEDS_SETTINGS,
        /** A component waits for a service; the detail is its interface. */
        NEEDS_SERVICE,
        /** A component could not start; the detail is the exception. */
        COULD_NOT_START,
        /** A check says it; the detail is its own words. */
        SAYS,
        /** A check does not answer; the detail is the seconds it was given. */
        DOES_NOT_ANSWER,
        /** A check failed itself; the detail is the exception. */
        CHECK_FAILED,
        /** A check went away while it was asked. */
        CHECK_GONE,
        /** The certificate of the signer was withdrawn; the detail says where that stands. */
        SIGNER_REVOKED,
        /** Whom the city trusts cannot be read; the detail says why. */
        TRUST_UNREADABLE
    }

    static Statement bad(String subject, Code code, String detail) {
        return new Statement(Level.BAD, subject, code, detail);
    }

    /** Whether waiting longer would not help. */
    public boolean isHopeless() {
        return code == Code.COULD_NOT_START;
    }

    /** The statement in words. */
    public Health in(Language language) {
        return new Health(level, subject, cause(language), advice(language));
    }

    /** What is the matter, in words. */
    public String cause(Language language) {
        return TEXTS.text(language, "health.cause." + code, detail).strip();
    }

    private String advice(Language language) {
        String key = "health.advice." + code;
        return TEXTS.has(key) ? TEXTS.text(language, key, detail) : "";
    }
}
