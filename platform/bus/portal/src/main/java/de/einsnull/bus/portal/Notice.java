package de.einsnull.bus.portal;

import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;

/** What the page says after something was done. */
enum Notice implements PageNotice {
    /** One message, or some, went back to their group. */
    REPLAYED("zugestellt", Kind.SUCCESS),
    /** There was none to replay. */
    NOTHING("nichts", Kind.INFO),
    /** One message was removed. */
    DISCARDED("geloescht", Kind.SUCCESS),
    /** Somebody else was faster. */
    GONE("weg", Kind.INFO),
    /** The broker went away, or the time was over, before all were replayed. */
    STOPPED("abgebrochen", Kind.WARNING);

    private final String word;
    private final Kind kind;

    Notice(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String key() {
        return "letters.notice." + word;
    }

    /** The same with the number of messages it is about. */
    String query(int count) {
        return query() + "&anzahl=" + count;
    }

    /**
     * A notice as the template sees it.
     *
     * @param kind kind of the alert
     * @param key key of the text
     * @param count how many messages it is about
     */
    public record Counted(String kind, String key, int count) {}

    /** What an address says, an empty text for nothing; nothing that others put there is shown but a number. */
    static Object shown(PageRequest request) {
        String count = request.parameter("anzahl").orElse("");
        int number = count.matches("\\d{1,4}") ? Integer.parseInt(count) : 0;
        return PageNotice.of(request, values())
                .map(PageNotice::shown)
                .<Object>map(shown -> new Counted(shown.kind(), shown.key(), number))
                .orElse("");
    }
}
