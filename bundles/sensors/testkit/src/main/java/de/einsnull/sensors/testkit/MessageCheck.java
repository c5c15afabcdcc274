package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The part of {@link DriverCheck} that is about messages. */
final class MessageCheck {

    private static final int MUTATIONS = 5_000;
    private static final Duration SOON = Duration.ofMillis(500);

    private final Supplier<? extends SensorDriver> drivers;
    private final List<RawMessage> messages;
    private final Supplier<RecordingDriverContext> contexts;
    private final Random random = new Random(1);

    MessageCheck(
            Supplier<? extends SensorDriver> drivers,
            List<RawMessage> messages,
            Supplier<RecordingDriverContext> contexts) {
        this.drivers = drivers;
        this.messages = messages;
        this.contexts = contexts;
    }

    /**
     * After an update or a crash messages come again. They are stored once only if device, sequence and times are the same,
     * so none of them may be made of the time of the call.
     */
    void saysTheSameWhenAMessageComesAgain() {
        for (RawMessage message : messages) {
            assertThat(keys(said(message)))
                    .as("what a message says when it comes again")
                    .isEqualTo(keys(said(message)))
                    .isNotEmpty();
        }
    }

    private static List<Object> keys(List<Report> reports) {
        return reports.stream()
                .map(r -> (Object) List.of(r.device(), r.sequence(), r.readings()))
                .toList();
    }

    private List<Report> said(RawMessage message) {
        var context = contexts.get();
        context.clock().advance(Duration.ofMinutes(random.nextInt(1_000)));
        with(context, driver -> driver.receive(message));
        return context.emitted();
    }

    /**
     * ThingsBoard 9625, 6576: 2,300 messages were sent and 337 stored. While the platform says that it cannot take a
     * reading, the driver must not let the message go.
     */
    void losesNothingWhileThePlatformIsBusy() {
        for (RawMessage message : messages) {
            var context = contexts.get();
            context.answerWith(new Emit.SlowDown(Duration.ofMillis(10)));
            var driver = (Listening) drivers.get();
            assertThat(HostLane.thrownBy(() -> driver.open(context))).isNull();
            var thrown = HostLane.thrownBy(() -> driver.receive(message), SOON);
            HostLane.thrownBy(() -> driver.close(CloseReason.STOPPED));
            assertThat(thrown)
                    .as("thrown when the platform is busy, so that the message comes again")
                    .isNotNull();
        }
    }

    /** Whatever a gateway sends is read, or refused with a sentence for the operator; and what is read is declared. */
    void survivesAnyMessage() {
        var context = contexts.get();
        with(context, driver -> {
            for (int i = 0; i < MUTATIONS; i++) {
                feed(driver, mutated(messages.get(random.nextInt(messages.size()))));
            }
        });
        var channels = drivers.get().describe().channels();
        if (!channels.isEmpty()) {
            var ids = channels.stream().map(Channel::id).toList();
            assertThat(context.emitted().stream().flatMap(r -> r.readings().stream()))
                    .extracting(Reading::channel)
                    .isSubsetOf(ids);
        }
    }

    private static void feed(Listening driver, RawMessage message) {
        try {
            driver.receive(message);
        } catch (UndecodableFrameException | DriverException e) {
            assertThat(e.getMessage()).as("what the operator reads").isNotBlank();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(
                    "Neither read nor refused: " + message.topic() + " "
                            + new String(message.payload(), StandardCharsets.UTF_8),
                    e);
        }
    }

    private RawMessage mutated(RawMessage good) {
        var bytes = good.payload();
        var changed =
                switch (random.nextInt(4)) {
                    case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
                    case 1 -> new byte[random.nextInt(64)];
                    default -> bytes.clone();
                };
        for (int change = random.nextInt(4); change >= 0 && changed.length > 0; change--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        var topic =
                random.nextInt(8) == 0 ? good.topic().substring(0, good.topic().lastIndexOf('/') + 1) : good.topic();
        return new RawMessage(topic, changed, good.attributes(), good.receivedAt());
    }

    private interface Use {
        void with(Listening driver) throws Exception;
    }

    private void with(RecordingDriverContext context, Use use) {
        var driver = (Listening) drivers.get();
        try {
            driver.open(context);
            use.with(driver);
        } catch (Exception e) {
            throw new AssertionError("The driver threw although nothing is wrong", e);
        } finally {
            driver.close(CloseReason.STOPPED);
        }
    }
}
