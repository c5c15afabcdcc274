package de.einsnull.sensors.core.operation;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Vector;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these values sent before a device was registered would have to be brought back by hand. */
@Timeout(60)
class ReplaysTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final Replays replays = new Replays(test.bus, test.registry, test.codecs.codecs());
    private final List<String> handled = new CopyOnWriteArrayList<>();
    private volatile String cause = "";
    private volatile String detail = "";

    @BeforeEach
    void listen() {
        test.bus.subscribe(
                SubscriptionSpec.durable("sensors.a", "in/#"),
                (batch, outlet) -> batch.forEach(m -> {
                    if (cause.isEmpty()) {
                        handled.add(m.topic());
                    } else {
                        outlet.putAside(m, cause, detail);
                    }
                }));
    }

    @AfterEach
    void close() {
        replays.stop();
        test.close();
    }

    @Test
    void registeringADeviceBringsItsMessagesBackAndNoOthers() throws Exception {
        putAside("in/A1", "unknown-device", "device 'A1' is not registered");
        putAside("in/A11", "unknown-device", "device 'A11' is not registered");
        putAside("in/bad", "malformed", "not JSON 'A1'");
        cause = "";

        test.register("a", "A1", "");

        eventually("replayed", () -> handled.contains("in/A1"));
        assertThat(handled).containsExactly("in/A1");
        assertThat(test.bus.count()).isEqualTo(2);
    }

    @Test
    void aCodecThatComesLaterBringsTheMessagesOfItsModelBack() throws Exception {
        putAside("in/A1", "no-codec", "there is no codec for model 'm'");
        putAside("in/A2", "no-codec", "there is no codec for model 'other'");
        cause = "";

        test.codec("m", new Silent());

        eventually("replayed", () -> handled.contains("in/A1"));
        assertThat(test.bus.count()).isEqualTo(1);
    }

    @Test
    void allMessagesOfACodecThatWasAwayForLongComeBack() throws Exception {
        cause = "no-codec";
        detail = "codec 'm' is not used: its vectors failed";
        for (int i = 0; i < 2_500; i++) {
            test.bus.send("in/A1", "x");
        }
        eventually("put aside", () -> test.bus.count() == 2_500);
        cause = "";

        test.codec("m", new Silent());

        eventually("replayed", () -> handled.size() == 2_500);
        assertThat(test.bus.count()).isZero();
    }

    private void putAside(String topic, String why, String what) throws Exception {
        long before = test.bus.count();
        cause = why;
        detail = what;
        test.bus.send(topic, "x");
        eventually("put aside", () -> test.bus.count() == before + 1);
    }

    private static final class Silent implements PayloadCodec {

        @Override
        public List<Channel> channels() {
            return List.of(Channel.number("n", "1", "urn:n"));
        }

        @Override
        public List<Vector> vectors() {
            return List.of(Vector.decodes("none", 1, ""));
        }

        @Override
        public List<Reading> decode(Frame frame) {
            return List.of();
        }
    }
}
