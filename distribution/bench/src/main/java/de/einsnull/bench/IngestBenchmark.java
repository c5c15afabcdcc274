package de.einsnull.bench;

import de.einsnull.harness.Ingest;
import de.einsnull.testkit.city.City;
import java.time.Duration;

/** From four gateways, by MQTT with QoS 1, into the database: in peace, and with {@code kill -9} in the middle. */
final class IngestBenchmark implements Benchmark {

    private static final int MESSAGES = 60_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @Override
    public Table measure(Database database) throws Exception {
        var table = new Table(
                "run",
                "messages",
                "observations",
                "acknowledged/s",
                "stored obs/s",
                "CPU ms per obs",
                "stored",
                "lost",
                "doubled");
        for (boolean kill : new boolean[] {false, true}) {
            try (var running = database.start();
                    var city = running.under(City.create("bench-ingest").withDemo())
                            .start()) {
                table.row(measure(city, kill));
            }
        }
        return table;
    }

    private static Object[] measure(City city, boolean kill) throws Exception {
        var ingest = new Ingest(city, MESSAGES, LIMIT);
        Duration cpu = Machine.cpu(city.pid());
        long begin = System.nanoTime();
        Duration acknowledged = kill ? ingest.sendAcrossKill() : ingest.send();
        ingest.awaitStored();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long expected = ingest.expected();
        long stored = ingest.stored();
        return new Object[] {
            kill ? "kill -9 halfway, started again" : "undisturbed",
            MESSAGES,
            expected,
            MESSAGES / (acknowledged.toMillis() / 1e3),
            kill ? "" : expected / seconds,
            kill ? "" : String.format("%.3f", Machine.cpu(city.pid()).minus(cpu).toMillis() / (double) expected),
            stored,
            Math.max(0, expected - stored),
            Math.max(0, stored - expected)
        };
    }
}
