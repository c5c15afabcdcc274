package de.einsnull.modules.portal;

import de.einsnull.portal.api.PageRequest;
import java.util.Arrays;
import java.util.Optional;

/** What a page says after something was done; it travels in the address, so that it survives the redirect. */
enum Notice {
    /** A place was added. */
    ADDED("hinzugefuegt", "success"),
    /** A place was forgotten. */
    FORGOTTEN("vergessen", "success"),
    /** All places were read again. */
    READ("gelesen", "success"),
    /** An archive or operation is no longer known. */
    GONE("weg", "info");

    private final String word;
    private final String kind;

    Notice(String word, String kind) {
        this.word = word;
        this.kind = kind;
    }

    /** Query that says it. */
    String query() {
        return "?meldung=" + word;
    }

    /**
     * A notice as the template sees it.
     *
     * @param kind kind of the alert
     * @param key key of the text
     */
    public record Shown(String kind, String key) {}

    /** What an address says, an empty text for nothing. */
    static Object shown(PageRequest request) {
        return of(request.parameter("meldung").orElse(""))
                .<Object>map(shown -> shown)
                .orElse("");
    }

    private static Optional<Shown> of(String word) {
        return Arrays.stream(values())
                .filter(notice -> notice.word.equals(word))
                .findFirst()
                .map(notice -> new Shown(notice.kind, "modules.notice." + word));
    }
}
