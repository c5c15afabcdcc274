package de.einsnull.bench;

import de.einsnull.harness.CountingDevice;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.time.Duration;
import java.util.List;

/** A Stadtwerk drops in the codec of a new device and replaces it while the device sends. */
final class DriverBenchmark implements Benchmark {

    private static final int UPDATES = 10;
    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Override
    public Table measure(Database database) throws Exception {
        try (var running = database.start();
                var city = running.under(City.create("bench-driver").withDemo()).start()) {
            var sensors = new Sensors(city);
            Waits.until("the demo's devices", LIMIT, () -> !sensors.gatewayPassword()
                    .isEmpty());
            long thing = sensors.register("lorawan", CountingDevice.MODEL, List.of(CountingDevice.EUI))
                    .get(0);
            long begin = System.nanoTime();
            CountingDevice.codec(0).dropInto(city.deploy());
            try (var device = new CountingDevice(city, PERIOD, CountingDevice::uplink)) {
                Waits.until("the first value on the API", LIMIT, () -> !sensors.datastreams(thing)
                        .isEmpty());
                double firstValue = (System.nanoTime() - begin) / 1e9;
                long datastream = sensors.datastreams(thing).get(0);
                longestGap(sensors, datastream, 0, city); // the first round warms up
                double calm = longestGap(sensors, datastream, 0, city);
                double updating = longestGap(sensors, datastream, UPDATES, city);
                device.stop();
                Waits.until("every uplink to be stored", LIMIT, () -> sensors.count(datastream) >= device.sent());
                return new Table("what", "figure")
                        .row("codec dropped in until its first value is on the API, s", firstValue)
                        .row("longest time without a new value on the API, no update, ms", calm)
                        .row("longest time without a new value on the API, " + UPDATES + " updates, ms", updating)
                        .row("uplinks sent", device.sent())
                        .row("observations stored", sensors.count(datastream));
            }
        }
    }

    /** Watches the newest value while the codec is replaced a number of times, or for as long without. */
    private static double longestGap(Sensors sensors, long datastream, int updates, City city) throws Exception {
        long longest = 0;
        for (int update = 0; update < Math.max(3, updates); update++) {
            if (updates > 0) {
                CountingDevice.codec(update + 1).dropInto(city.deploy());
            }
            long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
            double value = sensors.last(datastream);
            long changed = System.nanoTime();
            while (System.nanoTime() < end) {
                double now = sensors.last(datastream);
                if (now != value) {
                    longest = Math.max(longest, System.nanoTime() - changed);
                    changed = System.nanoTime();
                    value = now;
                }
            }
        }
        return longest / 1e6;
    }
}
