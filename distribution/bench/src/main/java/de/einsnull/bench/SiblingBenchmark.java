package de.einsnull.bench;

import de.einsnull.harness.CountingDevice;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.PartnerPage;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What everybody else notices while a partner's module comes, changes and goes: citizens, API clients, gateways. */
final class SiblingBenchmark implements Benchmark {

    private static final int ROUNDS = 50;
    private static final int RATE = 100;
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> OTHERS =
            List.of("/de/", "/de/stadtkarte", "/sensorthings/v1.1/Things?$top=20", "/api", "/health/live");

    @Override
    public Table measure(Database database) throws Exception {
        try (var running = database.start();
                var city =
                        running.under(City.create("bench-sibling").withDemo()).start()) {
            var sensors = new Sensors(city);
            Waits.until("the demo's devices", LIMIT, () -> !sensors.gatewayPassword()
                    .isEmpty());
            long thing = sensors.register("lorawan", CountingDevice.MODEL, List.of(CountingDevice.EUI))
                    .get(0);
            CountingDevice.codec(0).dropInto(city.deploy());
            try (var device = new CountingDevice(city, PERIOD, CountingDevice::uplink);
                    var load = new HttpLoad(urls(city), RATE)) {
                Waits.until("the device's first value", LIMIT, () -> !sensors.datastreams(thing)
                        .isEmpty());
                var table = new Table("what happened", "times", "median s", "max s");
                comeAndGo(city, table);
                others(load.stop(), table);
                device.stop();
                table.row("RSS MiB of the platform", Machine.rssMib(city.pid()), "", "");
                uplinks(sensors, sensors.datastreams(thing).get(0), device.sent(), table);
                return table;
            }
        }
    }

    private static void comeAndGo(City city, Table table) throws Exception {
        List<Double> came = new ArrayList<>();
        List<Double> changed = new ArrayList<>();
        List<Double> went = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String first = "first of " + round;
            came.add(seconds(() -> module(first).dropInto(city.deploy()), city, 200, first));
            String second = "second of " + round;
            Path[] file = new Path[1];
            changed.add(seconds(() -> file[0] = module(second).dropInto(city.deploy()), city, 200, second));
            went.add(seconds(() -> Files.delete(file[0]), city, 404, ""));
        }
        table.row("module dropped in, page answers", ROUNDS, median(came), max(came))
                .row("module replaced, new page answers", ROUNDS, median(changed), max(changed))
                .row("module deleted, page gone", ROUNDS, median(went), max(went));
    }

    private static void others(HttpLoad.Result others, Table table) {
        table.row("requests of others meanwhile", others.requests(), "", "")
                .row("of these failed " + others.failures(), others.failed(), "", "")
                .row("p50 ms, p99 ms of others", others.millisAt(50) + ", " + others.millisAt(99), "", "");
    }

    private static void uplinks(Sensors sensors, long datastream, long sent, Table table) throws Exception {
        Waits.until("every uplink to be stored", LIMIT, () -> sensors.count(datastream) >= sent);
        long stored = sensors.count(datastream);
        table.row("uplinks of a device meanwhile", sent, "", "")
                .row("of these lost", Math.max(0, sent - stored), "", "")
                .row("doubled", Math.max(0, stored - sent), "", "");
    }

    private static List<URI> urls(City city) {
        return OTHERS.stream().map(city::url).toList();
    }

    private static double seconds(Step step, City city, int status, String text) throws Exception {
        long begin = System.nanoTime();
        step.run();
        Waits.until("the module's page to answer " + status + " " + text, LIMIT, () -> {
            var answer = city.get("/de/nachbar");
            // A page that was there a moment ago answers 503 before it answers 404.
            boolean gone = status == 404 && answer.statusCode() == 503;
            return gone || (answer.statusCode() == status && answer.body().contains(text));
        });
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static PartnerBundle module(String text) {
        return PartnerPage.of("de.example.nachbar", "1.0.0", "nachbar", text);
    }

    private interface Step {
        void run() throws Exception;
    }
}
