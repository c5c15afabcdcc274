package de.einsnull.portal.shell.contrib;

import de.einsnull.portal.api.PortalPage;

/**
 * A page that can be asked for.
 *
 * @param path where it stands, below the language
 * @param access who may see it
 * @param uploadLimit longest form with files it takes, in bytes; 0 if it takes no files
 * @param page answers
 * @param owner brings templates and texts
 */
public record Page(String path, String access, long uploadLimit, PortalPage page, Contributor owner) {

    /** Whether this page answers for a path: its own or one below it. */
    public boolean answersFor(String asked) {
        return asked.equals(path) || (asked.startsWith(path) && (path.isEmpty() || asked.charAt(path.length()) == '/'));
    }

    /** What is left of a path that this page answers for. */
    public String below(String asked) {
        return asked.length() <= path.length() ? "" : asked.substring(path.isEmpty() ? 0 : path.length() + 1);
    }
}
