package de.einsnull.sensors.parking;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Page;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What planners want to know of a place: occupancy by hour and weekday, the next day, and who stays long. */
final class Report {

    /** A barrier reports every few minutes, a bay when something changes and every six hours anyway. */
    private static final Duration COUNT_HOLDS = Duration.ofMinutes(30);

    private static final Duration BAY_HOLDS = Duration.ofHours(13);
    private static final int NEXT_HOURS = 24;
    private static final int NEWEST = 200;

    private final SensorDirectory directory;

    Report(SensorDirectory directory) {
        this.directory = directory;
    }

    /**
     * An hour of the week.
     *
     * @param percent mean occupancy; -1 if it was never seen
     * @param level 0 (empty) to 4 (full) for the shade; -1 likewise
     */
    public record Cell(int percent, int level) {

        static Cell of(double share) {
            int percent = Double.isNaN(share) ? -1 : (int) Math.round(share * 100);
            return new Cell(percent, percent < 0 ? -1 : Math.min(4, percent / 20));
        }
    }

    /** A row of the table: an hour with its seven days from Monday on. */
    public record Row(int hour, List<Cell> days) {}

    /** An hour of the forecast; {@code percent} is -1 if nobody can say. */
    public record Next(Instant at, int percent) {}

    /**
     * A vehicle that has been there for long.
     *
     * @param thing id of the bay
     * @param name its name
     * @param since since when (UTC); it may be longer if {@code atLeast}
     * @param atLeast whether it came before the oldest value that was read
     */
    public record Stay(long thing, String name, Instant since, boolean atLeast) {}

    /** All of it; {@code error} is the MAE in percentage points, -1 if nothing could be compared. */
    public record Result(List<Row> rows, List<Next> next, double error, int compared, int known) {}

    /**
     * Reads the history of a place.
     *
     * @param facility the place
     * @param weeks how far back
     * @param now end of the history (UTC)
     * @throws de.einsnull.sensors.api.SensorDataException if it cannot be read
     */
    Result of(Facility facility, int weeks, Instant now) {
        var to = Hours.wholeHour(now);
        var hours = new Hours(to.minus(Duration.ofDays(7L * weeks)), to);
        int series = fill(hours, facility, to);
        var forecast = new Forecast(hours, series);
        var rows = new ArrayList<Row>();
        for (int hour = 0; hour < 24; hour++) {
            var days = new ArrayList<Cell>();
            for (var day : DayOfWeek.values()) {
                days.add(Cell.of(forecast.usual(day, hour)));
            }
            rows.add(new Row(hour, days));
        }
        var next = new ArrayList<Next>();
        for (int i = 0; i < NEXT_HOURS; i++) {
            var at = to.plus(Duration.ofHours(i));
            next.add(new Next(at, Cell.of(forecast.at(at)).percent()));
        }
        var quality = forecast.quality();
        double error = Double.isNaN(quality.error()) ? -1 : quality.error() * 100;
        return new Result(rows, next, error, quality.compared(), quality.known());
    }

    private int fill(Hours hours, Facility facility, Instant to) {
        if (facility.counted().isPresent()) {
            var stream =
                    facility.counted().get().datastream(Channels.FREE_SPACES).orElseThrow();
            hours.add(samples(stream, hours.at(0), to, facility.capacity()), COUNT_HOLDS);
            return 1;
        }
        for (var bay : facility.bays()) {
            var stream = bay.datastream(Channels.OCCUPIED).orElseThrow();
            hours.add(samples(stream, hours.at(0).minus(BAY_HOLDS), to, 1), BAY_HOLDS);
        }
        return facility.bays().size();
    }

    private List<Hours.Sample> samples(Datastream stream, Instant from, Instant to, int capacity) {
        return directory.history(stream.id(), from, to, Page.MAX).stream()
                .map(one -> new Hours.Sample(one.phenomenonTime(), share(one.value(), capacity)))
                .filter(one -> !Double.isNaN(one.share()))
                .toList();
    }

    private static double share(Value value, int capacity) {
        if (value instanceof Value.Flag flag) {
            return flag.on() ? 1 : 0;
        }
        return value instanceof Value.Quantity free
                ? Math.max(0, Math.min(1, 1 - free.number() / capacity))
                : Double.NaN;
    }

    /** Vehicles that have been on a bay for at least so long, the longest first. */
    List<Stay> stays(Facility facility, Duration least, Instant now) {
        var stays = new ArrayList<Stay>();
        for (var bay : facility.bays()) {
            var stream = bay.datastream(Channels.OCCUPIED).orElseThrow();
            boolean occupied = stream.last()
                    .filter(one -> one.value().equals(Value.of(true)))
                    .filter(one -> one.phenomenonTime().isAfter(now.minus(BAY_HOLDS)))
                    .isPresent();
            if (occupied) {
                var stay = stay(bay, stream);
                if (!stay.since().isAfter(now.minus(least))) {
                    stays.add(stay);
                }
            }
        }
        stays.sort(Comparator.comparing(Stay::since).thenComparing(Stay::name));
        return stays;
    }

    private Stay stay(Thing bay, Datastream stream) {
        var newest = directory
                .observations(stream.id(), ObservationQuery.newest(NEWEST))
                .items();
        Instant since = stream.last().map(Observation::phenomenonTime).orElseThrow();
        for (var one : newest) {
            if (!one.value().equals(Value.of(true))) {
                return new Stay(bay.id(), bay.name(), since, false);
            }
            since = one.phenomenonTime();
        }
        return new Stay(bay.id(), bay.name(), since, true);
    }
}
