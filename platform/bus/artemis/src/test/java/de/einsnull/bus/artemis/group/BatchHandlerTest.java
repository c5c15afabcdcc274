package de.einsnull.bus.artemis.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.bus.artemis.BusMeters;
import de.einsnull.bus.artemis.group.BatchOutlet.Aside;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQNotConnectedException;
import org.apache.activemq.artemis.core.client.impl.ClientMessageImpl;
import org.junit.jupiter.api.Test;

/** Without these, attempts would be counted wrongly: messages given up too early, or tried for ever. */
class BatchHandlerTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Settled settled = new Settled();
    private final List<String> counted = new ArrayList<>();

    @Test
    void aMessageIsTriedAsOftenAsAllowedWithTheDelayBetween() throws Exception {
        var attempts = new ArrayList<Integer>();
        handle(
                4,
                (batch, outlet) -> {
                    attempts.add(batch.get(0).attempt());
                    throw new IllegalStateException("no");
                },
                "m");
        assertThat(attempts).containsExactly(1, 2, 3, 4);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
        assertThat(settled.log).containsExactly("m aside:handler-failed");
        assertThat(counted).containsExactly("failed", "failed", "failed", "failed", "aside 1");
    }

    @Test
    void theGoodOnesGoOnWhileABadOneIsTriedInRounds() throws Exception {
        handle(
                3,
                (batch, outlet) -> {
                    if (batch.stream().anyMatch(m -> text(m).startsWith("bad"))) {
                        throw new IllegalStateException("no");
                    }
                },
                "bad1",
                "good1",
                "bad2",
                "good2");
        assertThat(settled.log)
                .containsExactly("good1", "good2", "bad1 aside:handler-failed", "bad2 aside:handler-failed");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void notNowIsNoAttemptAndThePausesGrowToHalfAMinute() throws Exception {
        var calls = new AtomicInteger();
        handle(
                1,
                (batch, outlet) -> {
                    assertThat(batch.get(0).attempt()).isEqualTo(1);
                    if (calls.incrementAndGet() < 8) {
                        throw new TryLaterException("database away", null);
                    }
                },
                "a",
                "b");
        assertThat(settled.log).containsExactly("a,b");
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void anErrorOfABrokenModuleIsAFailureLikeAnyOther() throws Exception {
        handle(
                1,
                (batch, outlet) -> {
                    throw new NoClassDefFoundError("partner/Missing");
                },
                "m");
        assertThat(settled.log).containsExactly("m aside:handler-failed");
        assertThat(settled.details.get(0)).contains("partner/Missing");
    }

    @Test
    void whatAFailedAttemptWantedToSendIsNotSent() throws Exception {
        var calls = new AtomicInteger();
        handle(
                3,
                (batch, outlet) -> {
                    outlet.send(message("out"));
                    outlet.putAside(batch.get(0), "odd", "detail");
                    if (calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no");
                    }
                },
                "m");
        assertThat(settled.log).containsExactly("m send:out aside:odd");
    }

    @Test
    void onlyMessagesOfTheBatchCanBePutAside() throws Exception {
        handle(1, (batch, outlet) -> outlet.putAside(message("stranger"), "odd", ""), "m");
        assertThat(settled.details.get(0)).contains("Not a message of this batch");
    }

    @Test
    void nothingIsHandledWithoutTheBroker() {
        settled.alive = false;
        assertThatThrownBy(() -> handle(
                        1,
                        (batch, outlet) -> {
                            throw new AssertionError("must not be called");
                        },
                        "m"))
                .isInstanceOf(ActiveMQException.class);
    }

    private void handle(int maxAttempts, BatchReceiver receiver, String... texts) throws Exception {
        var spec = new SubscriptionSpec("g", List.of("a"), true, 1, 10, maxAttempts, Duration.ofSeconds(2));
        new BatchHandler(spec, receiver, settled, pauses::add, new Counting())
                .handle(Stream.of(texts).map(BatchHandlerTest::pending).toList());
    }

    private static Pending pending(String text) {
        var core = new ClientMessageImpl(ClientMessageImpl.DEFAULT_TYPE, true, 0, 1_000, (byte) 4, 100);
        core.setAddress("a/b");
        core.getBodyBuffer().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return new Pending(core, Instant.EPOCH);
    }

    private static TopicMessage message(String text) {
        return TopicMessage.of("out/x", text.getBytes(StandardCharsets.UTF_8), java.util.Map.of());
    }

    private static String text(TopicMessage message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }

    private static final class Settled implements BatchHandler.Settlement {

        final List<String> log = new ArrayList<>();
        final List<String> details = new ArrayList<>();
        boolean alive = true;

        @Override
        public void settle(List<Pending> messages, boolean whole, List<TopicMessage> sends, List<Aside> asides) {
            var line = new StringBuilder(String.join(
                    ",", messages.stream().map(p -> text(p.message())).toList()));
            sends.forEach(send -> line.append(" send:").append(text(send)));
            asides.forEach(aside -> line.append(" aside:").append(aside.cause()));
            asides.forEach(aside -> details.add(aside.detail()));
            log.add(line.toString());
        }

        @Override
        public void requireAlive() throws ActiveMQException {
            if (!alive) {
                throw new ActiveMQNotConnectedException("gone");
            }
        }
    }

    private final class Counting implements BusMeters {

        @Override
        public void failed(String group) {
            counted.add("failed");
        }

        @Override
        public void putAside(String group, int messages) {
            if (messages > 0) {
                counted.add("aside " + messages);
            }
        }
    }
}
