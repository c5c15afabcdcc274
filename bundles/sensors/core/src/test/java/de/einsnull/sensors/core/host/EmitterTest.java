package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.FakeBus;
import de.einsnull.sensors.core.ingest.Acceptance;
import de.einsnull.sensors.core.ingest.Refusal;
import de.einsnull.sensors.core.ingest.Wire;
import de.einsnull.testkit.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What is attributed to the wrong message is lost or doubled after a crash. */
class EmitterTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeBus bus = new FakeBus();
    private final Known known = new Known();
    private final Emitter emitter =
            new Emitter("lora", known, new Acceptance(new MovableClock(NOON)), bus, new Pressure(() -> 0));
    private final Collected collected = new Collected(TopicMessage.of("in", new byte[0], Map.of()));
    private final List<String> queued = new CopyOnWriteArrayList<>();

    @Test
    void whatIsEmittedForAMessageWaitsForItsAcknowledgement() throws Exception {
        listen();
        emitter.during(
                collected, () -> assertThat(emitter.emit(report(number(21)))).isInstanceOf(Emit.Accepted.class));
        assertThat(collected.isEmpty()).isFalse();
        assertThat(emitter.emit(report(number(22)))).as("afterwards").isInstanceOf(Emit.Accepted.class);
        eventually("the second one is queued", () -> queued.size() == 1);
        assertThat(queued.get(0)).contains("22");
    }

    /** A driver may have a thread of its own: what it says has nothing to do with the message in hand. */
    @Test
    void anotherThreadDoesNotJoinTheMessage() throws Exception {
        listen();
        emitter.during(collected, () -> CompletableFuture.runAsync(() -> emitter.emit(report(number(5))))
                .join());
        eventually("it is queued by itself", () -> queued.size() == 1);
        assertThat(collected.isEmpty()).isTrue();
    }

    @Test
    void aFailedMessageDoesNotCatchWhatComesLater() {
        assertThatThrownBy(() -> emitter.during(collected, () -> {
                    throw new DriverException(DriverCause.TIMEOUT, "gateway away");
                }))
                .isInstanceOf(DriverException.class);
        emitter.emit(report(number(1)));
        assertThat(collected.isEmpty()).isTrue();
    }

    @Test
    void theGoodReadingsGoOnAndTheFirstBadOneIsNamed() {
        listen();
        var answer = emitter.emit(report(
                number(21), new Reading("air_temperature", 294, "K", NOON), new Reading("nonsense", 1, "1", NOON)));
        assertThat(answer).isInstanceOfSatisfying(Emit.Rejected.class, rejected -> assertThat(rejected.outcome())
                .isEqualTo(Outcomes.WRONG_TYPE));
        eventually("the good one is queued", () -> queued.size() == 1);
        assertThat(queued.get(0)).contains("21").doesNotContain("294", "nonsense");
        assertThat(known.counted).containsExactly("wrong-type d1");
    }

    @Test
    void aRefusalWithinAMessageIsTheMessagesOwn() throws Exception {
        emitter.during(collected, () -> emitter.emit(report(new Reading("nonsense", 1, "1", NOON))));
        assertThat(collected.refusal()).map(Refusal::outcome).contains(Outcomes.UNKNOWN_CHANNEL);
        assertThat(known.counted).as("counted with the message, not twice").isEmpty();
    }

    @Test
    void nothingOfAnUnknownDeviceIsTaken() {
        var answer = emitter.emit(new Report("stranger", 0, NOON, List.of(number(1))));
        assertThat(answer).isInstanceOfSatisfying(Emit.Rejected.class, rejected -> assertThat(rejected.outcome())
                .isEqualTo(Outcomes.UNKNOWN_DEVICE));
    }

    /** Saying "accepted" without the broker would lose the reading in a crash. */
    @Test
    void withoutTheBrokerTheDriverIsAskedToWait() {
        bus.setDown(true);
        assertThat(emitter.emit(report(number(1)))).isInstanceOf(Emit.SlowDown.class);
        bus.setDown(false);
        assertThat(emitter.emit(report(number(1)))).isInstanceOf(Emit.Accepted.class);
    }

    private void listen() {
        bus.subscribe(SubscriptionSpec.durable("store", Wire.TOPIC + "#"), (batch, outlet) -> {
            for (var message : batch) {
                queued.add(Wire.read(message.payload()).readings().toString());
            }
        });
    }

    private static Reading number(double number) {
        return new Reading("air_temperature", number, "Cel", NOON);
    }

    private static Report report(Reading... readings) {
        return new Report("d1", 1, NOON, List.of(readings));
    }

    private static final class Known implements Emitter.Channels {

        final List<String> counted = new CopyOnWriteArrayList<>();
        final List<String> ofChannels = new CopyOnWriteArrayList<>();

        @Override
        public boolean isKnown(String device) {
            return device.equals("d1");
        }

        @Override
        public Refusal unknown(String device) {
            return new Refusal(Outcomes.UNKNOWN_DEVICE, device);
        }

        @Override
        public Optional<Channel> find(String device, String channel) {
            return channel.equals("nonsense") ? Optional.empty() : Optional.of(Channel.number(channel, "Cel", "urn:t"));
        }

        @Override
        public void count(Refusal refusal, String device) {
            counted.add(refusal.outcome() + " " + device);
        }

        @Override
        public void refused(String device, String channel, String outcome) {
            ofChannels.add(channel + " " + outcome);
        }
    }
}
