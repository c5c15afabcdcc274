package de.einsnull.sensors.portal.chart;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.portal.chart.Chart.Band;
import de.einsnull.sensors.portal.chart.Chart.Dot;
import de.einsnull.sensors.portal.chart.Chart.Mark;
import de.einsnull.sensors.portal.text.Values;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** Lays out charts of one period in one size. */
public final class Plot {

    private static final int TOP = 14;
    private static final int FOOT = 34;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.", Locale.ROOT);

    private final Size size;
    private final Period period;
    private final Instant to;
    private final ZoneId zone;

    /** Sizes: wide for desks, narrow for phones, where a shrunken wide chart could not be read. */
    public enum Size {
        /** For columns of 500 pixels and more. */
        WIDE(760, 300, 52, 78),
        /** For phones. */
        NARROW(320, 250, 40, 12);

        private final int width;
        private final int height;
        private final int left;
        private final int right;

        Size(int width, int height, int left, int right) {
            this.width = width;
            this.height = height;
            this.left = left;
            this.right = width - right;
        }
    }

    /**
     * Prepares a layout.
     *
     * @param size size of the chart
     * @param period how far back it looks
     * @param to its right edge
     * @param zone the city's time zone
     */
    public Plot(Size size, Period period, Instant to, ZoneId zone) {
        this.size = size;
        this.period = period;
        this.to = to;
        this.zone = zone;
    }

    /**
     * A line of numbers.
     *
     * @param samples oldest first; may be empty
     * @param fromZero whether the axis begins at zero
     * @param axis prints the numbers of the axis by their decimals
     * @param label prints the newest value with its unit
     * @return the chart; without samples its frame only
     */
    public Chart line(List<Sample> samples, boolean fromZero, AxisFormat axis, DoubleFunction<String> label) {
        double min = samples.stream().mapToDouble(Sample::value).min().orElse(0);
        double max = samples.stream().mapToDouble(Sample::value).max().orElse(1);
        var scale = Scale.around(min, max, fromZero);
        var runs = Runs.of(samples);
        var lines = runs.stream().filter(run -> run.size() > 1).toList();
        var rows = scale.marks().stream()
                .map(mark -> new Mark(text(y(scale, mark)), axis.print(mark, scale.decimals())))
                .toList();
        var last = samples.isEmpty() ? null : dot(scale, samples.get(samples.size() - 1), label);
        return new Chart(
                size.width,
                size.height,
                size.left,
                size.right,
                TOP,
                bottom(),
                rows,
                columns(),
                lines.stream().map(run -> path(scale, run)).toList(),
                lines.stream().map(run -> area(scale, run)).toList(),
                runs.stream()
                        .filter(run -> run.size() == 1)
                        .map(run -> dot(scale, run.get(0), value -> ""))
                        .toList(),
                List.of(),
                last);
    }

    /**
     * Stretches of time in which something was in use.
     *
     * @param samples oldest first; a value above zero means in use, until the next sample
     * @return the chart
     */
    public Chart bands(List<Sample> samples) {
        var bands = new ArrayList<Band>();
        for (int from = 0; from < samples.size(); from++) {
            if (samples.get(from).value() > 0) {
                int until = from + 1;
                while (until < samples.size() && samples.get(until).value() > 0) {
                    until++;
                }
                bands.add(band(
                        samples.get(from).at(),
                        until < samples.size() ? samples.get(until).at() : to));
                from = until;
            }
        }
        int height = TOP + FOOT + 64;
        return new Chart(
                size.width,
                height,
                size.left,
                size.right,
                TOP,
                height - FOOT,
                List.of(),
                columns(),
                List.of(),
                List.of(),
                List.of(),
                bands,
                null);
    }

    private Band band(Instant from, Instant until) {
        return new Band(text(x(from)), text(Math.max(1, x(until) - x(from))));
    }

    /** Prints a number of an axis. */
    @FunctionalInterface
    public interface AxisFormat {
        /**
         * Prints a number.
         *
         * @param number number
         * @param decimals digits after the decimal sign
         * @return for example {@code 12,5}
         */
        String print(double number, int decimals);

        /**
         * The format of a language.
         *
         * @param values prints numbers
         * @param language language
         * @return the format
         */
        static AxisFormat of(Values values, Language language) {
            return (number, decimals) -> values.number(language, number, decimals);
        }
    }

    private List<Mark> columns() {
        var marks = period.marks(to, zone);
        int every = size == Size.NARROW && marks.size() > 5 ? 2 : 1;
        return IntStream.range(0, marks.size())
                .filter(i -> i % every == 0)
                .mapToObj(marks::get)
                .map(mark -> new Mark(text(x(mark.toInstant())), columnText(mark)))
                .toList();
    }

    private String columnText(ZonedDateTime mark) {
        return (period == Period.DAY ? HOUR : DAY).format(mark);
    }

    private int bottom() {
        return size.height - FOOT;
    }

    private Dot dot(Scale scale, Sample sample, DoubleFunction<String> label) {
        return new Dot(text(x(sample.at())), text(y(scale, sample.value())), label.apply(sample.value()));
    }

    private String path(Scale scale, List<Sample> run) {
        var path = new StringBuilder();
        for (var sample : run) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(text(x(sample.at())))
                    .append(' ')
                    .append(text(y(scale, sample.value())));
        }
        return path.toString();
    }

    private String area(Scale scale, List<Sample> run) {
        return path(scale, run) + "V" + bottom() + "H" + text(x(run.get(0).at())) + "z";
    }

    private double x(Instant at) {
        double share = 1
                - (double) Duration.between(at, to).toSeconds()
                        / period.length().toSeconds();
        return size.left + Math.max(0, Math.min(1, share)) * (size.right - size.left);
    }

    private double y(Scale scale, double value) {
        return bottom() - scale.share(value) * (bottom() - TOP);
    }

    private static String text(double length) {
        return String.valueOf(Math.round(length * 10) / 10.0);
    }
}
