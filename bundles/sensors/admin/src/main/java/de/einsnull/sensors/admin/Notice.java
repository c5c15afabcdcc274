package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PageNotice;

/** What the page says after something was done. */
enum Notice implements PageNotice {
    /** A device was registered or changed. */
    SAVED("gespeichert", Kind.SUCCESS),
    /** A device was removed. */
    REMOVED("entfernt", Kind.SUCCESS),
    /** A driver instance is being opened afresh. */
    RESTARTED("neustart", Kind.SUCCESS),
    /** A driver instance looks for devices. */
    SEARCHING("suche", Kind.SUCCESS),
    /** A driver instance cannot look for devices now, or does so already. */
    BUSY("spaeter", Kind.INFO),
    /** A device is ignored. */
    IGNORED("ignoriert", Kind.SUCCESS),
    /** A device is wanted again. */
    WANTED("beachtet", Kind.SUCCESS),
    /** It could not be done, because the database is away. */
    AWAY("datenbank", Kind.WARNING),
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
        return "devices.notice." + word;
    }
}
