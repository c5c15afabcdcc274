package de.einsnull.portal.shell.render;

import de.einsnull.portal.api.Language;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the parts of one page leave for its frame: style sheets and scripts they need, and whether a text was missing. Of
 * one request; the threads that render its parts do so one after the other or on states of their own.
 */
public final class PageState {

    private final Language language;
    private final Supplier<String> formToken;
    private final Set<String> styles = new LinkedHashSet<>();
    private final Set<String> scripts = new LinkedHashSet<>();
    private boolean textMissing;
    private boolean formTokenUsed;
    private String width = "text";

    public PageState(Language language, Supplier<String> formToken) {
        this.language = language;
        this.formToken = formToken;
    }

    public Language language() {
        return language;
    }

    /** The token for forms; a page that has one belongs to one session. */
    public String formToken() {
        formTokenUsed = true;
        return formToken.get();
    }

    public boolean isFormTokenUsed() {
        return formTokenUsed;
    }

    public void addStyle(String address) {
        styles.add(address);
    }

    public Set<String> styles() {
        return styles;
    }

    public void addScript(String address) {
        scripts.add(address);
    }

    public Set<String> scripts() {
        return scripts;
    }

    public void noteMissingText() {
        textMissing = true;
    }

    public boolean isTextMissing() {
        return textMissing;
    }

    /** How wide the page's content may run: {@code text}, {@code wide}, {@code full} or {@code bleed}. */
    public String width() {
        return width;
    }

    public void setWidth(String width) {
        this.width = width;
    }

    /** Takes over what a part of the page left. */
    public void add(PageState part) {
        styles.addAll(part.styles);
        scripts.addAll(part.scripts);
        textMissing |= part.textMissing;
        formTokenUsed |= part.formTokenUsed;
    }
}
