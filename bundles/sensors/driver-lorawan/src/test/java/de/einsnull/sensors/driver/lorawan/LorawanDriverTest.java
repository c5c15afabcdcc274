package de.einsnull.sensors.driver.lorawan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.testkit.DriverCheck;
import de.einsnull.sensors.testkit.RecordingDriverContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a city's network server could send and nothing would appear. */
class LorawanDriverTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T12:00:00Z");

    private final LorawanDriver driver = new LorawanDriver("lora", new String[] {"v3/+/devices/+/up"}, "");
    private final RecordingDriverContext host = new RecordingDriverContext("lora");

    @BeforeEach
    void open() throws DriverException {
        host.decodeWith(
                frame -> frame.port() == 0 ? List.of() : List.of(new Reading("occupied", true, frame.receivedAt())));
        driver.open(host);
    }

    @Test
    void itKeepsTheContractOfDrivers() throws Exception {
        new DriverCheck(() -> new LorawanDriver("lora", new String[] {"v3/+/devices/+/up"}, ""))
                .messages(message(resource("things-stack-uplink.json")), message(resource("chirpstack-uplink.json")))
                .decodeWith(frame -> List.of(new Reading("occupied", true, frame.receivedAt())))
                .all();
    }

    @Test
    void anUplinkOfTheThingsStackIsDecodedAndEmitted() throws Exception {
        driver.receive(message(resource("things-stack-uplink.json")));

        var frame = host.decoded().get(0);
        assertThat(frame.device()).isEqualTo("A84041000181B5C1");
        assertThat(frame.port()).isEqualTo(2);
        assertThat(frame.payload().remaining()).isEqualTo(11);
        assertThat(frame.payload().getShort()).isEqualTo((short) 0xCE29);
        assertThat(host.emitted()).singleElement().satisfies(r -> {
            assertThat(r.sequence()).isEqualTo(1042);
            assertThat(r.receivedAt()).isEqualTo(Instant.parse("2026-11-24T09:15:02.201Z"));
        });
    }

    @Test
    void anUplinkOfChirpStackIsDecodedAndEmitted() throws Exception {
        driver.receive(message(resource("chirpstack-uplink.json")));

        assertThat(host.decoded().get(0).device()).isEqualTo("70B3D5E75E0123AB");
        assertThat(host.emitted()).singleElement().satisfies(r -> {
            assertThat(r.sequence()).isEqualTo(4);
            assertThat(r.receivedAt()).isEqualTo(Instant.parse("2026-11-24T08:15:02.201753Z"));
        });
    }

    @Test
    void fieldsThatAreLeftOutAreZero() throws Exception {
        driver.receive(message("{\"end_device_ids\":{\"dev_eui\":\"A84041000181B5C1\"},"
                + "\"uplink_message\":{\"frm_payload\":\"AA==\"}}"));

        var frame = host.decoded().get(0);
        assertThat(frame.port()).isZero();
        assertThat(frame.sequence()).isZero();
        assertThat(frame.receivedAt()).isEqualTo(RECEIVED);
        assertThat(host.emitted()).as("a frame without readings").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"end_device_ids\":{\"dev_eui\":\"A84041000181B5C1\"},\"join_accept\":{}}",
                "{\"end_device_ids\":{\"dev_eui\":\"A84041000181B5C1\"},\"uplink_message\":{\"f_cnt\":3}}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"fCnt\":3}",
            })
    void whatCarriesNoPayloadIsIgnored(String payload) throws Exception {
        driver.receive(message(payload));

        assertThat(host.decoded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"end_device_ids\":{},\"uplink_message\":{\"frm_payload\":\"AA==\"}}",
                "{\"end_device_ids\":{\"dev_eui\":\"xyz\"},\"uplink_message\":{\"frm_payload\":\"AA==\"}}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":\"%%%\"}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":\"AA==\",\"fCnt\":\"many\"}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":\"AA==\",\"fCnt\":-1}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":\"AA==\",\"fPort\":1e30}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":\"AA==\",\"time\":\"soon\"}",
                "{\"deviceInfo\":{\"devEui\":\"a84041000181b5c1\"},\"data\":[1,2]}",
            })
    void whatIsNoUplinkIsMalformed(String payload) {
        assertThatThrownBy(() -> driver.receive(message(payload)))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.MALFORMED));
    }

    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() throws Exception {
        var good = resource("things-stack-uplink.json").getBytes(StandardCharsets.UTF_8);
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            var bytes = good.clone();
            for (int change = random.nextInt(5); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                driver.receive(new RawMessage("t", bytes, Map.of(), RECEIVED));
            } catch (UndecodableFrameException expected) {
                assertThat(expected.outcome()).isEqualTo(Outcomes.MALFORMED);
            }
        }
        assertThat(host.decoded()).isNotEmpty();
    }

    @Test
    void theMessageComesAgainWhenThePlatformIsBusy() {
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));

        assertThatThrownBy(() -> driver.receive(message(resource("chirpstack-uplink.json"))))
                .isInstanceOf(DriverException.class);
    }

    @Test
    void aSecretAddsTheWebhookAndAShortOneIsRefused() throws Exception {
        var open = new LorawanDriver("lora", new String[0], "0123456789abcdef");
        open.open(host);
        assertThat(open.topicFilters()).containsExactly("sensors/webhook/lora");
        assertThat(driver.topicFilters()).containsExactly("v3/+/devices/+/up");

        var weak = new LorawanDriver("lora", new String[] {"v3/#"}, "1234");
        assertThat(weak.guard().admits(name -> "Bearer short", new byte[0])).isFalse();
        assertThatThrownBy(() -> weak.open(host))
                .isInstanceOfSatisfying(
                        DriverException.class, e -> assertThat(e.reason()).isEqualTo(DriverCause.CONFIGURATION));
        assertThatThrownBy(() -> new LorawanDriver("lora", new String[0], "").open(host))
                .isInstanceOf(DriverException.class);
    }

    private static RawMessage message(String payload) {
        return new RawMessage("v3/app@ttn/devices/x/up", payload.getBytes(StandardCharsets.UTF_8), Map.of(), RECEIVED);
    }

    private static String resource(String name) throws IOException {
        try (var in = LorawanDriverTest.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
