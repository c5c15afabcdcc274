package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageNotice;

/** What the page says after something was done. */
enum Notice implements PageNotice {
    /** Settings were saved and are in effect. */
    SAVED("gespeichert", Kind.SUCCESS),
    /** Settings were removed. */
    REMOVED("entfernt", Kind.SUCCESS),
    /** An export was taken over. */
    RESTORED("eingespielt", Kind.SUCCESS),
    /** It is no longer there. */
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
        return "settings.notice." + word;
    }
}
