package de.einsnull.modules.portal;

import de.einsnull.portal.api.PageNotice;

/** What the page says after something was done. */
enum Notice implements PageNotice {
    /** A place was added. */
    ADDED("hinzugefuegt", Kind.SUCCESS),
    /** A place was forgotten. */
    FORGOTTEN("vergessen", Kind.SUCCESS),
    /** All places were read again. */
    READ("gelesen", Kind.SUCCESS),
    /** An archive or operation is no longer known. */
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
        return "modules.notice." + word;
    }
}
