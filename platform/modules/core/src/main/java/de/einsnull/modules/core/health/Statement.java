package de.einsnull.modules.core.health;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.Words;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.util.List;

/**
 * One statement about the health of a module, in no language yet.
 *
 * @param level how serious it is
 * @param subject what it is about: a check, a component, a bundle
 * @param code what is the matter; the words stand in {@code OSGI-INF/l10n/messages*.properties}
 * @param detail what makes it concrete, such as the service that is missing; empty if nothing does
 * @param says the same in sentences of the bundle that says it; empty if it has none
 */
public record Statement(Level level, String subject, Code code, String detail, List<Sentence> says) {

    private static final String CAUSE = "health.cause.";
    private static final String ADVICE = "health.advice.";

    /** One whose detail is in no language, or in the one it was written in. */
    public Statement(Level level, String subject, Code code, String detail) {
        this(level, subject, code, detail, List.of());
    }

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
        /** The archive of a bundle is lost or damaged; the detail is what happened. */
        ARCHIVE_LOST,
        /** The certificate of the signer was withdrawn; the detail says where that stands. */
        SIGNER_REVOKED,
        /** Whom the city trusts cannot be read; the detail says why. */
        TRUST_UNREADABLE
    }

    /** An archive cannot be read; what runs goes on until it is to be installed anew. */
    public static Statement lost(String bundle, String detail) {
        return new Statement(Level.ATTENTION, bundle, Code.ARCHIVE_LOST, detail);
    }

    static Statement bad(String subject, Code code, String detail) {
        return new Statement(Level.BAD, subject, code, detail);
    }

    /** Whether waiting longer would not help. */
    public boolean isHopeless() {
        return code == Code.COULD_NOT_START;
    }

    /** The statement in words. */
    public Health in(Language language, Sentences everybodys) {
        return new Health(
                level, subject, everybodys.in(language, sentence()).orElseGet(() -> cause(language)), advice(language));
    }

    /** What is the matter, for pages. */
    public Sentence sentence() {
        if (says.isEmpty()) {
            return Words.sentence(CAUSE + code, detail);
        }
        return code == Code.SAYS
                ? says.get(0).and(says.subList(1, says.size()))
                : Words.sentence(CAUSE + code, "").and(says);
    }

    /** What is the matter, in words; the detail stays as it is. */
    public String cause(Language language) {
        return Words.in(language, Words.sentence(CAUSE + code, detail));
    }

    private String advice(Language language) {
        String key = ADVICE + code;
        return Words.has(key) ? Words.in(language, Words.sentence(key, detail)) : "";
    }
}
