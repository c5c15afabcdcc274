package de.einsnull.portal.api;

import java.util.Map;

/** What a page answers. */
public sealed interface PageResponse {

    /**
     * A page from a template of the bundle.
     *
     * @param template name of the template without folder and ending, for example {@code map} for
     *     {@code templates/map.peb}
     * @param titleKey key of the page's title in the bundle's texts
     * @param titleArguments arguments for the title's text
     * @param model what the template sees
     * @param status HTTP status, 200 unless a form came back with errors (422)
     */
    record View(String template, String titleKey, Object[] titleArguments, Map<String, Object> model, int status)
            implements PageResponse {}

    /**
     * The browser is sent to another page of the portal (303).
     *
     * @param path path below the language, without a leading slash
     */
    record Redirect(String path) implements PageResponse {}

    /**
     * Data instead of a page, for example a download; served with an ETag made from the content.
     *
     * @param mediaType media type with charset
     * @param body content
     */
    record Content(String mediaType, byte[] body) implements PageResponse {}

    /** There is no such page; the shell shows its own page for that. */
    record NotFound() implements PageResponse {}

    /**
     * A page from a template, with status 200.
     *
     * @param template name of the template
     * @param titleKey key of the title
     * @param model what the template sees
     * @return the answer
     */
    static PageResponse view(String template, String titleKey, Map<String, Object> model) {
        return new View(template, titleKey, new Object[0], model, 200);
    }

    /**
     * There is no such page.
     *
     * @return the answer
     */
    static PageResponse notFound() {
        return new NotFound();
    }
}
