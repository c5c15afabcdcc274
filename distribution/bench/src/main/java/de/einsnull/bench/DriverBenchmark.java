package de.einsnull.bench;

import de.einsnull.bench.MqttLoad.Message;
import de.einsnull.harness.City;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.Waits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A Stadtwerk drops in the codec of a new device and replaces it while the device sends. */
final class DriverBenchmark implements Benchmark {

    private static final String DEVICE = "00000000000000B1";
    private static final int UPDATES = 10;
    private static final long PERIOD_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicInteger counter = new AtomicInteger();

    @Override
    public Table measure(Database database) throws Exception {
        counter.set(0);
        try (var running = database.start();
                var city = running.under(City.create("bench-driver").withDemo()).start()) {
            var sensors = new Sensors(city);
            Waits.until("the demo's devices", LIMIT, () -> !sensors.gatewayPassword()
                    .isEmpty());
            long thing =
                    sensors.register("lorawan", "bench-codec", List.of(DEVICE)).get(0);
            long begin = System.nanoTime();
            codec(0).dropInto(city.deploy());
            var sending = new AtomicBoolean(true);
            Thread device = new Thread(() -> send(city, sensors, sending), "device");
            device.start();
            Waits.until("the first value on the API", LIMIT, () -> !sensors.datastreams(thing)
                    .isEmpty());
            double firstValue = (System.nanoTime() - begin) / 1e9;
            long datastream = sensors.datastreams(thing).get(0);
            longestGap(sensors, datastream, 0, city); // the first round warms up
            double calm = longestGap(sensors, datastream, 0, city);
            double updating = longestGap(sensors, datastream, UPDATES, city);
            sending.set(false);
            device.join();
            Waits.until("every uplink to be stored", LIMIT, () -> sensors.count(datastream) >= counter.get());
            return new Table("what", "figure")
                    .row("codec dropped in until its first value is on the API, s", firstValue)
                    .row("longest time without a new value on the API, no update, ms", calm)
                    .row("longest time without a new value on the API, " + UPDATES + " updates, ms", updating)
                    .row("uplinks sent", counter.get())
                    .row("observations stored", sensors.count(datastream));
        }
    }

    private void send(City city, Sensors sensors, AtomicBoolean sending) {
        try (var load = new MqttLoad(city.mqttPort(), "gateway", sensors.gatewayPassword(), 1)) {
            while (sending.get()) {
                load.publish(1, n -> uplink(counter.incrementAndGet()), LIMIT);
                LockSupport.parkNanos(PERIOD_NANOS);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The device could not send", e);
        }
    }

    /** Watches the newest value while the codec is replaced a number of times, or for as long without. */
    private static double longestGap(Sensors sensors, long datastream, int updates, City city) throws Exception {
        long longest = 0;
        for (int update = 0; update < Math.max(3, updates); update++) {
            if (updates > 0) {
                codec(update + 1).dropInto(city.deploy());
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

    private static Message uplink(int number) {
        String payload = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(4).putInt(number).array());
        String json =
                """
                {"end_device_ids":{"device_id":"bench","application_ids":{"application_id":"bench"},"dev_eui":"%s"},
                "received_at":"%s","uplink_message":{"f_port":1,"f_cnt":%d,"frm_payload":"%s","received_at":"%2$s"}}"""
                        .formatted(DEVICE, Instant.now(), number, payload);
        return new Message("v3/bench@city/devices/bench/up", json.getBytes(StandardCharsets.UTF_8));
    }

    private static PartnerBundle codec(int version) {
        return new PartnerBundle("de.example.codec", "1.0." + version)
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .property("sensors.model.id", "bench-codec")
                .property("sensors.model.name", "Benchmark")
                .property("sensors.model.datasheet", "")
                .component(
                        "CountingCodec",
                        "de.einsnull.sensors.api.driver.PayloadCodec",
                        """
                        import de.einsnull.sensors.api.*;
                        import de.einsnull.sensors.api.driver.*;
                        import java.util.List;
                        public final class CountingCodec implements PayloadCodec {
                            public List<Channel> channels() {
                                return List.of(Channel.number("count", "1", ObservedProperties.AIR_TEMPERATURE));
                            }
                            public List<Vector> vectors() {
                                return List.of(Vector.decodes("own", 1, "00000007").expect("count", 7));
                            }
                            public List<Reading> decode(Frame frame) {
                                return List.of(
                                        new Reading("count", frame.payload().getInt(0), "1", frame.receivedAt()));
                            }
                        }
                        """);
    }
}
