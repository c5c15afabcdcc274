package de.einsnull.modules.rest;

/** What all resources of this module share. */
final class Limits {

    static final String PATH = "/api/modules";
    static final String TITLE = "Modules: catalogue, installation, history";

    /** The largest that the platform takes anywhere: archives hold whole libraries. */
    static final int BODY_IN_BYTES = 104_857_600;

    /** A large archive over a slow line, and its inspection. */
    static final int TIME_IN_MS = 300_000;

    private Limits() {}
}
