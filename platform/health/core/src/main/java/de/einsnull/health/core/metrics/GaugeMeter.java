package de.einsnull.health.core.metrics;

import java.io.IOException;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for its value; a supplier that throws is shown as not a number. */
record GaugeMeter(DoubleSupplier value) implements Meter {

    private static final Logger LOG = LoggerFactory.getLogger(GaugeMeter.class);

    @Override
    public String kind() {
        return "gauge";
    }

    @Override
    public void write(PrometheusText out, String family, Labels labels) throws IOException {
        out.sample(family, labels, read(family));
    }

    private double read(String family) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException | LinkageError broken) {
            LOG.debug("Gauge {} has no value", family, broken);
            return Double.NaN;
        }
    }
}
