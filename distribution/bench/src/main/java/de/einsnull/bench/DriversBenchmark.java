package de.einsnull.bench;

import de.einsnull.testkit.city.City;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A region's worth of drivers: one comes and goes, one is switched and updated for years, and one hangs. */
final class DriversBenchmark implements Benchmark {

    private static final int TIMES = 20;
    private static final int CYCLES = 1_000;
    private static final int UPDATES = 100;
    private static final Duration CALM = Duration.ofSeconds(30);

    @Override
    public Table measure(Database database) throws Exception {
        try (var running = database.start();
                var city = running.under(City.create("bench-drivers")).start()) {
            var fleet = new DriverFleet(city);
            var table = new Table("what", "figure");
            table.row(
                    "drivers installed",
                    fleet.have("install", DriverFleet.TYPES).get("installed"));
            oneMore(fleet, table);
            oneHangs(fleet, table);
            years(fleet, table);
            return table;
        }
    }

    private static void oneMore(DriverFleet fleet, Table table) throws Exception {
        fleet.have("one", TIMES); // warms up
        var one = fleet.have("one", TIMES);
        table.row("one more installed and started, median ms", millis(one, "install"))
                .row("one more installed and started, most ms", millis(one, "installMost"))
                .row("one updated, median ms", millis(one, "update"))
                .row("one updated, most ms", millis(one, "updateMost"))
                .row("other bundles stopped meanwhile", one.get("foreign"));
    }

    private static void oneHangs(DriverFleet fleet, Table table) throws Exception {
        var before = calm(fleet);
        fleet.have("hang", 1);
        var after = calm(fleet);
        table.row("polls a second", after.get("polls") / CALM.toSeconds())
                .row("pause between polls, none hangs, p99 ms", millis(before, "p99"))
                .row("pause between polls of the others, one hangs, p99 ms", millis(after, "p99"));
    }

    private static Map<String, Long> calm(DriverFleet fleet) throws Exception {
        fleet.have("pauses", 0);
        LockSupport.parkNanos(CALM.toNanos());
        return fleet.have("pauses", 0);
    }

    private static void years(DriverFleet fleet, Table table) throws Exception {
        fleet.have("switch", CYCLES / 10); // warms up
        fleet.have("update", UPDATES / 10);
        var begin = fleet.have("state", 0);
        fleet.have("switch", CYCLES);
        var switched = fleet.have("state", 0);
        fleet.have("update", UPDATES);
        var updated = fleet.have("state", 0);
        for (var what : new String[] {"threads", "classes", "heap"}) {
            table.row(
                    what + (what.equals("heap") ? " KiB" : "") + " before, after " + CYCLES
                            + " times off and on, after " + UPDATES + " updates",
                    begin.get(what) + ", " + switched.get(what) + ", " + updated.get(what));
        }
    }

    private static double millis(Map<String, Long> figures, String name) {
        return figures.get(name) / 1_000.0;
    }
}
