package de.einsnull.portal.api;

import java.util.Objects;

/**
 * An entry of the portal's menu. Register it as an OSGi service; open pages show and drop it without a reload.
 *
 * @param place which menu
 * @param order position within the menu, small first; the shell's own entries use multiples of 100
 * @param path path below the language, without a leading slash
 * @param titleKey key of the title in the texts of the bundle that registers the entry
 * @param icon name of an icon of the shell ({@code map}, {@code sensor}, {@code calendar} ...), empty for none
 * @param access who sees it: a constant of {@code de.einsnull.security.api.Access} or the name of a role
 */
public record MenuEntry(Place place, int order, String path, String titleKey, String icon, String access) {

    /** Checks that nothing is missing. */
    public MenuEntry {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(titleKey, "titleKey");
        Objects.requireNonNull(icon, "icon");
        Objects.requireNonNull(access, "access");
    }

    /** The menus of the portal. */
    public enum Place {
        /** Main menu of citizens. */
        CITIZEN,
        /** Desk of the staff. */
        STAFF,
        /** Administration by city IT. */
        ADMIN,
        /** Links at the foot of every page. */
        FOOTER
    }
}
