package de.einsnull.bench;

import de.einsnull.testkit.city.City;
import java.util.ArrayList;
import java.util.List;

/** How long city IT waits: from an empty data directory to {@code /health/ready}, and again with everything in place. */
final class StartBenchmark implements Benchmark {

    private static final int RUNS = 5;

    @Override
    public Table measure(Database database) throws Exception {
        List<Start> cold = new ArrayList<>();
        List<Start> warm = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            try (var running = database.start();
                    var city = running.under(City.create("bench-start").withDemo())) {
                cold.add(start(city));
                city.stop();
                warm.add(start(city));
                city.stop();
            }
        }
        return new Table("start", "runs", "median s", "min s", "max s", "median CPU s", "RSS MiB when ready")
                .row(row("fresh data directory", cold))
                .row(row("second start", warm));
    }

    private static Start start(City city) throws Exception {
        long begin = System.nanoTime();
        city.launch();
        city.awaitReady(City.START_LIMIT);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Start(seconds, Machine.cpu(city.pid()).toMillis() / 1e3, Machine.rssMib(city.pid()));
    }

    private static Object[] row(String name, List<Start> starts) {
        double[] seconds = starts.stream().mapToDouble(Start::seconds).sorted().toArray();
        double[] cpu = starts.stream().mapToDouble(Start::cpuSeconds).sorted().toArray();
        long[] rss = starts.stream().mapToLong(Start::rssMib).sorted().toArray();
        int middle = starts.size() / 2;
        return new Object[] {
            name, starts.size(), seconds[middle], seconds[0], seconds[seconds.length - 1], cpu[middle], rss[middle]
        };
    }

    private record Start(double seconds, double cpuSeconds, long rssMib) {}
}
