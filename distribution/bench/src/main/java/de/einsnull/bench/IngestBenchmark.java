package de.einsnull.bench;

import de.einsnull.bench.MqttLoad.Message;
import de.einsnull.harness.City;
import de.einsnull.harness.Waits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** From four gateways, by MQTT with QoS 1, into the database: in peace, and with {@code kill -9} in the middle. */
final class IngestBenchmark implements Benchmark {

    private static final int MESSAGES = 60_000;
    private static final int READINGS_EACH = 2;
    private static final int DEVICES = 100;
    private static final int CLIENTS = 4;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> IDS =
            IntStream.range(0, DEVICES).mapToObj(n -> "bench-" + n).toList();

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
        var sensors = new Sensors(city);
        Waits.until(
                "the demo's devices", LIMIT, () -> !sensors.gatewayPassword().isEmpty());
        List<Long> things = sensors.register("demo-mqtt", "", IDS);
        Instant first = Instant.now().minusSeconds(MESSAGES);
        try (var load = new MqttLoad(city.mqttPort(), "gateway", sensors.gatewayPassword(), CLIENTS)) {
            Duration cpu = Machine.cpu(city.pid());
            long begin = System.nanoTime();
            Thread killer = new Thread(() -> killHalfway(city, load), "killer");
            if (kill) {
                killer.start();
            }
            Duration acknowledged = load.publish(MESSAGES, n -> message(first, n), LIMIT);
            killer.join();
            long expected = (long) MESSAGES * READINGS_EACH;
            Waits.until("all observations to be stored", LIMIT, () -> stored(sensors, things) >= expected);
            double seconds = (System.nanoTime() - begin) / 1e9;
            long stored = stored(sensors, things);
            return new Object[] {
                kill ? "kill -9 halfway, started again" : "undisturbed",
                MESSAGES,
                expected,
                MESSAGES / (acknowledged.toMillis() / 1e3),
                kill ? "" : expected / seconds,
                kill
                        ? ""
                        : String.format(
                                "%.3f", Machine.cpu(city.pid()).minus(cpu).toMillis() / (double) expected),
                stored,
                Math.max(0, expected - stored),
                Math.max(0, stored - expected)
            };
        }
    }

    private static void killHalfway(City city, MqttLoad load) {
        Waits.until("half of the messages", LIMIT, () -> load.acknowledged() >= MESSAGES / 2);
        city.kill();
        city.start();
    }

    private static long stored(Sensors sensors, List<Long> things) throws Exception {
        long sum = 0;
        for (long thing : things) {
            for (long datastream : sensors.datastreams(thing)) {
                sum += sensors.count(datastream);
            }
        }
        return sum;
    }

    private static Message message(Instant first, long number) {
        String json = "{\"time\":\"" + first.plusMillis(number * 1_000 / DEVICES) + "\",\"seq\":" + number
                + ",\"temperature\":" + number % 40 + ",\"humidity\":" + number % 100 + "}";
        return new Message("demo/sensors/" + IDS.get((int) (number % DEVICES)), json.getBytes(StandardCharsets.UTF_8));
    }
}
