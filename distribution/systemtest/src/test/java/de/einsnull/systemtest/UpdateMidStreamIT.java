package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.CountingDevice;
import de.einsnull.harness.MqttLoad.Message;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A vendor's codec or driver is replaced, and taken away for a while, while its device goes on sending. */
@ExtendWith(DemoCity.class)
class UpdateMidStreamIT {

    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int UPDATES = 5;
    private static final String INSTANCE = "partner";
    private static final String DRIVEN = "counter";
    private static final String TOPIC = "demo/sensors/partner/count";

    @Test
    void aCodecIsReplacedAndNoReadingIsLostOrDoubled(City city) throws Exception {
        long thing = new Sensors(city)
                .register("lorawan", CountingDevice.MODEL, List.of(CountingDevice.EUI))
                .get(0);
        replace(city, "lorawan", thing, CountingDevice::uplink, CountingDevice::codec);
    }

    @Test
    void aDriverIsReplacedAndNoReadingIsLostOrDoubled(City city) throws Exception {
        long thing = new Sensors(city).register(INSTANCE, "", List.of(DRIVEN)).get(0);
        replace(city, INSTANCE, thing, UpdateMidStreamIT::message, UpdateMidStreamIT::driver);
    }

    private static void replace(
            City city, String instance, long thing, IntFunction<Message> message, IntFunction<PartnerBundle> bundle)
            throws Exception {
        Sensors sensors = new Sensors(city);
        Path file = bundle.apply(0).dropInto(city.deploy());
        Waits.until("the driver to listen", LIMIT, () -> sensors.listens(instance));
        try (CountingDevice device = new CountingDevice(city, PERIOD, message)) {
            Waits.until(
                    "the first value", LIMIT, () -> !sensors.datastreams(thing).isEmpty());
            long datastream = sensors.datastreams(thing).get(0);
            for (int version = 1; version <= UPDATES; version++) {
                bundle.apply(version).dropInto(city.deploy());
                awaitReadBy(version, sensors, datastream);
            }
            Files.delete(file);
            awaitSilence(sensors, datastream, device);
            bundle.apply(UPDATES + 1).dropInto(city.deploy());
            awaitReadBy(UPDATES + 1, sensors, datastream);
            device.stop();
            assertEveryNumberOnce(sensors, datastream, device.sent());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void awaitReadBy(int version, Sensors sensors, long datastream) {
        Waits.untilEqual(
                "the version that reads",
                LIMIT,
                version,
                () -> (int) sensors.last(datastream) % CountingDevice.VERSIONS);
    }

    /** Nobody reads what is sent now. */
    private static void awaitSilence(Sensors sensors, long datastream, CountingDevice device) {
        Waits.until("the bundle to be gone", LIMIT, () -> {
            int sent = device.sent();
            double last = sensors.last(datastream);
            Waits.until("ten more messages", LIMIT, () -> device.sent() > sent + 10);
            return sensors.last(datastream) == last;
        });
    }

    private static void assertEveryNumberOnce(Sensors sensors, long datastream, int sent) throws Exception {
        Waits.until("all readings", LIMIT, () -> sensors.count(datastream) >= sent);
        List<Integer> numbers = sensors.results(datastream).stream()
                .map(value -> (int) (value / CountingDevice.VERSIONS))
                .sorted()
                .toList();
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, sent).boxed().toList());
    }

    private static Message message(int number) {
        return new Message(TOPIC, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static PartnerBundle driver(int version) {
        return new PartnerBundle("de.example.driver", "1.0." + version)
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .property("sensors.instance", INSTANCE)
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
                            public void open(DriverContext given) {
                                context = given;
                            }
                            public void receive(RawMessage message) throws DriverException {
                                int number = Integer.parseInt(new String(message.payload()));
                                Reading reading = new Reading("count", number * %d + %d, "1", message.receivedAt());
                                Report report = new Report("%s", number, message.receivedAt(), List.of(reading));
                                if (context.emit(report) instanceof Emit.SlowDown) {
                                    throw new DriverException(DriverCause.COMMUNICATION, "not now");
                                }
                            }
                            public void close(CloseReason reason) {
                            }
                        }
                        """
                                .formatted(TOPIC, CountingDevice.VERSIONS, version, DRIVEN));
    }
}
