package de.einsnull.modules.api;

/**
 * Something that an inspection or a plan found.
 *
 * @param level whether it stands in the way
 * @param code stable name for programs, lower-case words with hyphens: {@code not-signed}, {@code missing-package} ...
 * @param subject what it is about: a bundle, a package, a file in the archive
 * @param german the finding and what to do, in German
 * @param english the same in English
 */
public record Finding(Level level, String code, String subject, String german, String english) {

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
