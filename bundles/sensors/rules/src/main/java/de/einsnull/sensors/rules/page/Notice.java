package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.PageNotice;

/** What the pages say after something was done. */
enum Notice implements PageNotice {
    /** A rule was kept and should be tried now. */
    SAVED("gespeichert", Kind.SUCCESS),
    /** A rule watches. */
    ON("eingeschaltet", Kind.SUCCESS),
    /** A rule does not watch any more. */
    OFF("ausgeschaltet", Kind.SUCCESS),
    /** A rule was removed. */
    REMOVED("entfernt", Kind.SUCCESS),
    /** Somebody took note of an alert. */
    SEEN("gesehen", Kind.SUCCESS),
    /** A task is done. */
    DONE("erledigt", Kind.SUCCESS),
    /** Somebody else was first, or it is gone. */
    GONE("weg", Kind.INFO);

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
        return "notice." + word;
    }
}
