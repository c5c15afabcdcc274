package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.theme.Theme;

/**
 * What every template finds under {@code portal}.
 *
 * @param lang tag of the page's language
 * @param dir {@code ltr} or {@code rtl}
 * @param path path of the page below the language
 * @param cityName name of the city
 * @param publisher who runs the portal
 * @param claim the city's claim, may be empty
 * @param contact how to reach the city
 * @param mapStyleUrl address of a map style, empty for the built-in one
 * @param loggedIn whether somebody is logged in
 * @param requestId number of the request in the log
 * @param preferences how the visitor wants to see the portal
 */
public record PortalView(
        String lang,
        String dir,
        String path,
        String cityName,
        String publisher,
        String claim,
        Theme.Contact contact,
        String mapStyleUrl,
        boolean loggedIn,
        String requestId,
        Preferences preferences) {

    static PortalView of(Visit visit, Theme theme) {
        Language language = visit.language();
        return new PortalView(
                language.tag(),
                language.isRightToLeft() ? "rtl" : "ltr",
                visit.path(),
                theme.cityName(),
                theme.publisher(),
                theme.claim(),
                theme.contact(),
                theme.mapStyleUrl(),
                !visit.identity().isAnonymous(),
                visit.requestId(),
                visit.preferences());
    }
}
