package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageRequest;
import java.util.Arrays;
import java.util.Optional;

/** What the page says after something was done; it travels in the address, so that it survives the redirect. */
enum Notice {
    /** A device was registered or changed. */
    SAVED("gespeichert", "success"),
    /** A device was removed. */
    REMOVED("entfernt", "success"),
    /** A driver instance is being opened afresh. */
    RESTARTED("neustart", "success"),
    /** A driver instance looks for devices. */
    SEARCHING("suche", "success"),
    /** A driver instance cannot look for devices now, or does so already. */
    BUSY("spaeter", "info"),
    /** A device is ignored. */
    IGNORED("ignoriert", "success"),
    /** A device is wanted again. */
    WANTED("beachtet", "success"),
    /** It could not be done, because the database is away. */
    AWAY("datenbank", "warning"),
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
        return of(request.parameter("meldung").orElse("")).<Object>map(n -> n).orElse("");
    }

    private static Optional<Shown> of(String word) {
        return Arrays.stream(values())
                .filter(notice -> notice.word.equals(word))
                .findFirst()
                .map(notice -> new Shown(notice.kind, "devices.notice." + word));
    }
}
