package de.einsnull.sensors.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.PayloadCodec;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.api.driver.Vector;
import de.einsnull.sensors.core.FakeSurroundings;
import de.einsnull.testkit.Eventually;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these one bad codec would bring wrong numbers to the city or stop the others. */
@Timeout(20)
class CodecsTest {

    private final CodecsAccess access = new CodecsAccess();
    private final Codecs codecs = access.codecs();

    @Test
    void aCodecIsUsedForItsModel() throws Exception {
        access.bind("a", new OneByte(0));

        assertThat(codecs.decode("a", frame(5))).containsExactly(new Reading("n", 5, "1", Instant.EPOCH));
        assertThat(codecs.model("a"))
                .hasValueSatisfying(m -> assertThat(m.channels()).hasSize(1));
        assertThat(codecs.refused()).isEmpty();
    }

    @Test
    void aCodecThatFailsItsOwnVectorsIsNotUsed() {
        access.bind("a", new OneByte(1));

        assertRefused("a", Outcomes.NO_CODEC, "page 1: expected n=");
        assertThat(codecs.refused()).containsKey("a");
    }

    @Test
    void aCodecWithoutVectorsIsNotUsed() {
        access.bind("a", new OneByte(0) {
            @Override
            public List<Vector> vectors() {
                return List.of();
            }
        });

        assertRefused("a", Outcomes.NO_CODEC, "it has no vectors");
    }

    @Test
    void aModelThatNobodyKnowsIsRefusedAtOnce() {
        assertRefused("x", Outcomes.NO_CODEC, "'x'");
    }

    @Test
    void whatACodecThrowsIsTold() {
        access.bind("a", new OneByte(0));

        assertThatThrownBy(() -> codecs.decode("a", frame()))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.CODEC_FAILED))
                .hasMessageContaining("BufferUnderflow");
    }

    @Test
    void aCodecThatLoopsIsQuarantinedUntilItReturns() throws Exception {
        var looping = new AtomicBoolean();
        var codec = new OneByte(0) {
            @Override
            public List<Reading> decode(Frame frame) {
                while (looping.get()) {
                    Thread.onSpinWait();
                }
                return super.decode(frame);
            }
        };
        access.bind("a", codec);
        access.bind("b", new OneByte(0));
        looping.set(true);

        assertRefused("a", Outcomes.CODEC_TIMEOUT, "in time");
        assertRefused("a", Outcomes.NO_CODEC, "has not returned");
        assertThat(codecs.refused()).containsOnlyKeys("a");
        assertThat(codecs.decode("b", frame(1))).hasSize(1);

        looping.set(false);
        Eventually.eventually("used again", () -> codecs.refused().isEmpty());
        assertThat(codecs.decode("a", frame(1))).hasSize(1);
    }

    @Test
    void aCodecThatIsBeingUpdatedIsWaitedFor() throws Exception {
        var old = new OneByte(0);
        access.bind("a", old);
        access.unbind("a", old);
        var decoded = CompletableFuture.supplyAsync(() -> {
            try {
                return codecs.decode("a", frame(7));
            } catch (UndecodableFrameException e) {
                throw new IllegalStateException(e);
            }
        });

        access.bind("a", new OneByte(0));

        assertThat(decoded.get(10, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void aCodecThatIsGoneForGoodIsNotWaitedForForever() {
        var impatient = new Codecs(Duration.ofMillis(100), Duration.ofMillis(50), new FakeSurroundings());
        var codec = new OneByte(0);
        impatient.bindCodec(codec, java.util.Map.of("sensors.model.id", "a"));
        impatient.unbindCodec(codec, java.util.Map.of("sensors.model.id", "a"));

        assertThatThrownBy(() -> impatient.decode("a", frame(1))).isInstanceOf(UndecodableFrameException.class);
    }

    @Test
    void aBadCodecDoesNotDisplaceAGoodOneAndTheOldOneReturnsWhenTheNewOneGoes() throws Exception {
        var old = new OneByte(0);
        access.bind("a", old);
        var bad = new OneByte(1);
        access.bind("a", bad);
        assertThat(codecs.decode("a", frame(1))).hasSize(1);
        assertThat(access.surroundings.said(0, "Codec for model a")).isEqualTo(Result.Status.CRITICAL);
        access.unbind("a", bad);

        var updated = new OneByte(0);
        access.bind("a", updated);
        access.unbind("a", updated);

        assertThat(codecs.decode("a", frame(1))).hasSize(1);
        access.unbind("a", old);
        assertThat(codecs.model("a")).isEmpty();
    }

    @Test
    void whoWaitsForACodecIsTold() {
        var told = new ArrayList<String>();
        var end = codecs.onArrival(told::add);
        access.bind("a", new OneByte(0));
        end.run();
        access.bind("b", new OneByte(0));

        assertThat(told).containsExactly("a");
    }

    private void assertRefused(String model, String outcome, String text) {
        assertThatThrownBy(() -> codecs.decode(model, frame(1)))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(outcome))
                .hasMessageContaining(text);
    }

    private static Frame frame(int... bytes) {
        var buffer = ByteBuffer.allocate(bytes.length);
        for (int b : bytes) {
            buffer.put((byte) b);
        }
        return new Frame("d", 1, 0, buffer.flip(), Instant.EPOCH);
    }

    /** Decodes one byte as a number, off by as much as it is told. */
    private static class OneByte implements PayloadCodec {

        private final int error;

        OneByte(int error) {
            this.error = error;
        }

        @Override
        public List<Channel> channels() {
            return List.of(Channel.number("n", "1", "urn:n"));
        }

        @Override
        public List<Vector> vectors() {
            return List.of(Vector.decodes("page 1", 1, "05").expect("n", Value.of(5)));
        }

        @Override
        public List<Reading> decode(Frame frame) {
            return List.of(new Reading("n", frame.payload().get() + error, "1", frame.receivedAt()));
        }
    }
}
