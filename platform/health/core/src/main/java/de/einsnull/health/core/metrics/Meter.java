package de.einsnull.health.core.metrics;

import java.io.IOException;

/** One time series, or a few that belong together. */
interface Meter {

    /** What Prometheus calls the kind of a family: {@code counter}, {@code gauge} or {@code histogram}. */
    String kind();

    /**
     * Writes its samples.
     *
     * @param out where to
     * @param family name of the family
     * @param labels of this meter
     */
    void write(PrometheusText out, String family, Labels labels) throws IOException;
}
