package de.einsnull.modules.api;

import de.einsnull.health.api.Sentence;

/**
 * Something that an inspection or a plan found.
 *
 * @param level whether it stands in the way
 * @param code stable name for programs, lower-case words with hyphens: {@code not-signed}, {@code missing-package} ...
 * @param subject what it is about: a bundle, a package, a file in the archive
 * @param german the finding and what to do, in German
 * @param english the same in English
 * @param sentence the same for pages, which say it in any language of the portal; {@link Sentence#NONE} if there is only
 *     German and English
 */
public record Finding(Level level, String code, String subject, String german, String english, Sentence sentence) {

    /**
     * A finding in German and English only.
     *
     * @param level whether it stands in the way
     * @param code stable name for programs
     * @param subject what it is about
     * @param german the finding and what to do, in German
     * @param english the same in English
     */
    public Finding(Level level, String code, String subject, String german, String english) {
        this(level, code, subject, german, english, Sentence.NONE);
    }

    /** Whether a finding stands in the way. */
    public enum Level {
        /** Good to know. */
        NOTE,
        /** Allowed, but not without a look at it: an unsigned module in development mode, for example. */
        WARNING,
        /** It is not done. */
        REFUSED
    }
}
