package de.einsnull.bench;

import de.einsnull.testkit.city.City;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How quickly citizens see a page while the demo city's sensors report. */
final class PageBenchmark implements Benchmark {

    private static final int WARM_UP_SECONDS = 12;
    private static final int SECONDS = 15;
    private static final int RATE = 50;
    private static final List<String> PATHS = List.of(
            "/de/",
            "/de/stadtkarte",
            "/de/sensoren",
            "/sensorthings/v1.1/Things?$top=20",
            "/sensorthings/v1.1/Datastreams");

    @Override
    public Table measure(Database database) throws Exception {
        var table = new Table("page", "requests/s", "answers", "failed", "p50 ms", "p95 ms", "p99 ms");
        try (var running = database.start();
                var city = running.under(City.create("bench-page").withDemo()).start()) {
            load(city.url(PATHS.get(0)), WARM_UP_SECONDS);
            for (String path : PATHS) {
                load(city.url(path), WARM_UP_SECONDS / 4);
                var result = load(city.url(path), SECONDS);
                table.row(
                        path,
                        RATE,
                        result.requests(),
                        result.failed(),
                        result.millisAt(50),
                        result.millisAt(95),
                        result.millisAt(99));
            }
            table.row("RSS MiB of the platform", "", Machine.rssMib(city.pid()), "", "", "", "");
        }
        return table;
    }

    private static HttpLoad.Result load(URI target, int seconds) throws InterruptedException {
        try (var load = new HttpLoad(List.of(target), RATE)) {
            runFor(seconds);
            return load.stop();
        }
    }

    /** The length of a measurement is time, not a condition. */
    static void runFor(int seconds) throws InterruptedException {
        if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody counts down");
        }
    }
}
