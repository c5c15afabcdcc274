package de.einsnull.harness;

import de.einsnull.harness.MqttLoad.Message;
import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A device that counts what it sends, 1, 2, 3, ..., at a steady pace until it is stopped. */
public final class CountingDevice implements AutoCloseable {

    /** Its LoRaWAN address. */
    public static final String EUI = "00000000000000B1";

    /** Its model, known to {@link #codec}. */
    public static final String MODEL = "counting";

    /** What a decoder's version is to the value it makes of a number: {@code number * 100 + version}. */
    public static final int VERSIONS = 100;

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicBoolean sending = new AtomicBoolean(true);
    private final CompletableFuture<Void> work;

    /**
     * Begins at once.
     *
     * @param city where to send, by MQTT with QoS 1 and the demo's gateway account
     * @param period pause between messages
     * @param message makes the message of a number, for example {@link #uplink}
     */
    public CountingDevice(City city, Duration period, IntFunction<Message> message) {
        work = CompletableFuture.runAsync(() -> send(city, period, message));
    }

    private void send(City city, Duration period, IntFunction<Message> message) {
        try (var load = new MqttLoad(city.mqttPort(), "gateway", new Sensors(city).gatewayPassword(), 1)) {
            while (sending.get()) {
                load.publish(1, n -> message.apply(sent.incrementAndGet()), LIMIT);
                LockSupport.parkNanos(period.toNanos());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The device could not send", e);
        }
    }

    /** How many messages it has sent. */
    public int sent() {
        return sent.get();
    }

    /** Ends it; then everything it has sent is acknowledged. */
    public void stop() {
        sending.set(false);
        work.join();
    }

    @Override
    public void close() {
        sending.set(false);
    }

    /** The number as an uplink of The Things Stack. */
    public static Message uplink(int number) {
        String payload = Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(4).putInt(number).array());
        String json =
                """
                {"end_device_ids":{"device_id":"counter","application_ids":{"application_id":"test"},"dev_eui":"%s"},
                "received_at":"%s","uplink_message":{"f_port":1,"f_cnt":%d,"frm_payload":"%s","received_at":"%2$s"}}"""
                        .formatted(EUI, Instant.now(), number, payload);
        return new Message("v3/test@city/devices/counter/up", json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The codec of its model, as its vendor would bring it.
     *
     * @param version version, less than {@value #VERSIONS}; it shows in every value
     */
    public static PartnerBundle codec(int version) {
        return new PartnerBundle("de.example.codec", "1.0." + version)
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .property("sensors.model.id", MODEL)
                .property("sensors.model.name", "Counting device")
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
                                return List.of(Vector.decodes("own", 1, "00000007").expect("count", 7 * %d + %d));
                            }
                            public List<Reading> decode(Frame frame) {
                                return List.of(new Reading("count",
                                        frame.payload().getInt(0) * %1$d + %2$d, "1", frame.receivedAt()));
                            }
                        }
                        """
                                .formatted(VERSIONS, version));
    }
}
