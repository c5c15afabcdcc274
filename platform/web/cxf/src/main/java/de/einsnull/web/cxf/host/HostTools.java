package de.einsnull.web.cxf.host;

import de.einsnull.web.cxf.http.TimeLimits;
import java.time.Duration;

/** What all modules' servlets share. */
record HostTools(Caller caller, RestMeters meters, TimeLimits limits, Strikes strikes, Settings settings) {

    /**
     * Limits for all modules.
     *
     * @param maxRequestsPerModule requests of one module that are served at once
     * @param keptBytes size up to which an answer is kept for its entity tag
     * @param patience how long a request waits for a module that is being rebuilt
     */
    record Settings(int maxRequestsPerModule, int keptBytes, Duration patience) {}
}
