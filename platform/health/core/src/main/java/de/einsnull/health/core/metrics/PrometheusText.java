package de.einsnull.health.core.metrics;

import java.io.IOException;

/** Writes the text format that Prometheus reads (version 0.0.4). */
final class PrometheusText {

    /** Media type of the format. */
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Appendable out;

    PrometheusText(Appendable out) {
        this.out = out;
    }

    /** Starts a family. */
    PrometheusText family(String name, String kind, String help) throws IOException {
        out.append("# HELP ")
                .append(name)
                .append(' ')
                .append(help.replace("\\", "\\\\").replace("\n", "\\n"));
        out.append("\n# TYPE ").append(name).append(' ').append(kind).append('\n');
        return this;
    }

    /** Writes one sample. */
    PrometheusText sample(String name, Labels labels, double value) throws IOException {
        out.append(name).append(labels.text()).append(' ').append(number(value)).append('\n');
        return this;
    }

    /** Writes a family with one sample. */
    void single(String name, String kind, String help, double value) throws IOException {
        family(name, kind, help).sample(name, Labels.NONE, value);
    }

    static String number(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        var whole = (long) value;
        return whole == value ? Long.toString(whole) : Double.toString(value);
    }
}
