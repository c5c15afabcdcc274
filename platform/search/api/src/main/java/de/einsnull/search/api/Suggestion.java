package de.einsnull.search.api;

/**
 * The title of a document that may be what somebody is about to type.
 *
 * @param title the title, with the beginnings that were typed
 * @param type type of the document
 * @param language BCP 47 tag of the title
 * @param link where it is shown, as in {@link SearchDocument}
 */
public record Suggestion(MarkedText title, String type, String language, String link) {}
