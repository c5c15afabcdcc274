package de.einsnull.bus.portal;

import de.einsnull.portal.api.PageRequest;
import java.util.Arrays;
import java.util.Optional;

/** What the page says after something was done; it travels in the address, so that it survives the redirect. */
enum Notice {
    /** One message, or some, went back to their group. */
    REPLAYED("zugestellt", "success"),
    /** There was none to replay. */
    NOTHING("nichts", "info"),
    /** One message was removed. */
    DISCARDED("geloescht", "success"),
    /** Somebody else was faster. */
    GONE("weg", "info"),
    /** The broker went away, or the time was over, before all were replayed. */
    STOPPED("abgebrochen", "warning");

    private final String word;
    private final String kind;

    Notice(String word, String kind) {
        this.word = word;
        this.kind = kind;
    }

    /** Query parameters that say it. */
    String query(int count) {
        return "meldung=" + word + "&anzahl=" + count;
    }

    /**
     * A notice as the template sees it.
     *
     * @param kind kind of the alert
     * @param key key of the text
     * @param count how many messages it is about
     */
    public record Shown(String kind, String key, int count) {}

    /** What an address says; nothing that could be put there by others is shown but a number. */
    static Optional<Shown> of(PageRequest request) {
        String asked = request.parameter("meldung").orElse("");
        String count = request.parameter("anzahl").orElse("");
        return Arrays.stream(values())
                .filter(notice -> notice.word.equals(asked))
                .findFirst()
                .map(notice -> new Shown(
                        notice.kind,
                        "letters.notice." + notice.word,
                        count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0));
    }

    /** The same for a template, where nothing is an empty text. */
    static Object shown(PageRequest request) {
        return of(request).<Object>map(shown -> shown).orElse("");
    }
}
