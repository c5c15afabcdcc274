package de.einsnull.jobs.core;

import de.einsnull.portal.api.PageNotice;

/** What the page says after somebody started a job. */
enum Notice implements PageNotice {
    /** It runs. */
    STARTED("gestartet", Kind.SUCCESS),
    /** It did so already. */
    RUNNING("laeuft", Kind.INFO),
    /** It went away with its module. */
    GONE("fehlt", Kind.INFO);

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
        return "jobs.note." + word;
    }
}
