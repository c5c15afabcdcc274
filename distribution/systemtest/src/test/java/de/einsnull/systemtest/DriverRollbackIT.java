package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.CountingDevice;
import de.einsnull.harness.MqttLoad.Message;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vendor's new version is bad: the platform goes back to the old one by itself, and what was sent meanwhile is there. */
class DriverRollbackIT {

    private static final Duration PERIOD = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String TOPIC = "demo/sensors/rollback/count";

    private static City city;

    @BeforeAll
    static void start() throws IOException {
        city = City.create("driver-rollback").withOwnEtc().withDemo();
        Files.writeString(city.etc().resolve("de.einsnull.modules.cfg"), "healthTimeoutInSec = 3\n");
        city.start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void aCodecWhoseOwnVectorsFailIsTakenBack() throws Exception {
        var sensors = new Sensors(city);
        long thing = sensors.register("lorawan", CountingDevice.MODEL, List.of(CountingDevice.EUI))
                .get(0);
        CountingDevice.codec(1).dropInto(city.deploy());
        try (var device = new CountingDevice(city, PERIOD, CountingDevice::uplink)) {
            long datastream = firstValue(sensors, thing);

            badCodec().dropInto(city.deploy());
            awaitAdmin("/api/sensors/ledger", "no-codec");

            awaitValuesAgain(sensors, datastream);
            device.stop();
            assertEveryNumberOnce(sensors, datastream, device.sent());
        }
    }

    @Test
    void aDriverThatCannotOpenIsTakenBack() throws Exception {
        var sensors = new Sensors(city);
        long thing = sensors.register("rollback", "", List.of("counter")).get(0);
        driver(1, "").dropInto(city.deploy());
        Waits.until("the driver to listen", LIMIT, () -> sensors.listens("rollback"));
        try (var device = new CountingDevice(city, PERIOD, DriverRollbackIT::message)) {
            long datastream = firstValue(sensors, thing);

            driver(2, "throw new DriverException(DriverCause.PROTOCOL, \"this version is broken\");")
                    .dropInto(city.deploy());
            awaitAdmin("/api/sensors/drivers", "this version is broken");

            awaitValuesAgain(sensors, datastream);
            device.stop();
            assertEveryNumberOnce(sensors, datastream, device.sent());
        }
    }

    private static long firstValue(Sensors sensors, long thing) throws IOException {
        Waits.until("the first value", LIMIT, () -> !sensors.datastreams(thing).isEmpty());
        return sensors.datastreams(thing).get(0);
    }

    private static void awaitAdmin(String path, String text) {
        Waits.until(text + " at " + path, LIMIT, () -> city.send(city.asAdmin(path))
                .body()
                .contains(text));
    }

    private static void awaitValuesAgain(Sensors sensors, long datastream) throws Exception {
        double before = sensors.last(datastream);
        Waits.until("values of the old version", LIMIT, () -> sensors.last(datastream) > before);
    }

    private static void assertEveryNumberOnce(Sensors sensors, long datastream, int sent) throws Exception {
        Waits.until("all readings", LIMIT, () -> sensors.count(datastream) >= sent);
        var values = sensors.results(datastream);
        assertThat(values).as("all read by the old version").allMatch(v -> v.intValue() % CountingDevice.VERSIONS == 1);
        assertThat(values.stream()
                        .map(v -> v.intValue() / CountingDevice.VERSIONS)
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, sent).boxed().toList());
    }

    private static Message message(int number) {
        return new Message(TOPIC, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static PartnerBundle badCodec() {
        return new PartnerBundle("de.example.codec", "1.0.2")
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .property("sensors.model.id", CountingDevice.MODEL)
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
                                return List.of(new Reading("count", 0, "1", frame.receivedAt()));
                            }
                        }
                        """);
    }

    private static PartnerBundle driver(int version, String trouble) {
        return new PartnerBundle("de.example.rollback", "1.0." + version)
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .property("sensors.instance", "rollback")
                .component(
                        "CountingDriver",
                        "de.einsnull.sensors.api.driver.SensorDriver",
                        """
                        import de.einsnull.sensors.api.*;
                        import de.einsnull.sensors.api.driver.*;
                        import java.util.List;
                        public final class CountingDriver implements Listening {
                            private DriverContext context;
                            public DriverDescription describe() {
                                return new DriverDescription("Counting", List.of(
                                        Channel.number("count", "1", ObservedProperties.AIR_TEMPERATURE)));
                            }
                            public List<String> topicFilters() {
                                return List.of("%s");
                            }
                            public void open(DriverContext given) throws DriverException {
                                context = given;
                                %s
                            }
                            public void receive(RawMessage message) {
                                int number = Integer.parseInt(new String(message.payload()));
                                Reading reading = new Reading("count", number * %d + %d, "1", message.receivedAt());
                                context.emit(new Report("counter", number, message.receivedAt(), List.of(reading)));
                            }
                            public void close(CloseReason reason) {
                            }
                        }
                        """
                                .formatted(TOPIC, trouble, CountingDevice.VERSIONS, version));
    }
}
