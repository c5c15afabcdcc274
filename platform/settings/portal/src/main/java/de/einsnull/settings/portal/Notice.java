package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageRequest;
import java.util.Arrays;

/** What the page says after something was done; it travels in the address, so that it survives the redirect. */
enum Notice {
    /** Settings were saved and are in effect. */
    SAVED("gespeichert", "success"),
    /** Settings were removed. */
    REMOVED("entfernt", "success"),
    /** An export was taken over. */
    RESTORED("eingespielt", "success"),
    /** It is no longer there. */
    GONE("weg", "info");

    private final String word;
    private final String kind;

    Notice(String word, String kind) {
        this.word = word;
        this.kind = kind;
    }

    /** Query parameter that says it. */
    String query() {
        return "meldung=" + word;
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
        var word = request.parameter("meldung").orElse("");
        return Arrays.stream(values())
                .filter(notice -> notice.word.equals(word))
                .findFirst()
                .<Object>map(notice -> new Shown(notice.kind, "settings.notice." + word))
                .orElse("");
    }
}
