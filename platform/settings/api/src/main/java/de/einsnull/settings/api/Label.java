package de.einsnull.settings.api;

/**
 * A text of a bundle.
 *
 * @param text the text, may be empty
 * @param language tag of its language if it is not the one that was asked for, otherwise empty
 */
public record Label(String text, String language) {

    /** No text. */
    public static final Label NONE = new Label("", "");

    @Override
    public String toString() {
        return text;
    }
}
