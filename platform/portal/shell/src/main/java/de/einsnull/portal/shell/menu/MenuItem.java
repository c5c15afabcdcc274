package de.einsnull.portal.shell.menu;

/**
 * A menu entry, ready to show.
 *
 * @param path path below the language
 * @param title its title
 * @param titleLanguage tag of the title's language if it differs from the page's, otherwise empty
 * @param hint one sentence about it, may be empty
 * @param icon name of an icon, may be empty
 * @param current whether it leads to the page that is shown, or one above it
 */
public record MenuItem(String path, String title, String titleLanguage, String hint, String icon, boolean current) {}
