package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, one bad message would stop the good ones, or be lost without anybody noticing. */
class BatchTest {

    @TempDir
    static Path directory;

    private TestBus bus;

    @BeforeEach
    void start() {
        bus = TestBus.in(directory).start();
    }

    @AfterEach
    void stop() {
        bus.bus().list().forEach(group -> bus.bus().forget(group.name()));
        bus.close();
    }

    @Test
    void aFailedBatchIsRetriedOneByOneAndOnlyTheBadMessageIsPutAsideAndReplayedToItsGroupOnly() throws Exception {
        var calls = Collections.synchronizedList(new ArrayList<List<String>>());
        var forwarded = new Inbox();
        var other = new Inbox();
        var healed = new Inbox();
        var broken = new AtomicReference<>("bad");
        try (var forward = bus.bus().subscribe(SubscriptionSpec.durable("forwarded", "out/#"), forwarded);
                var others = bus.bus().subscribe(SubscriptionSpec.durable("others", "in/#"), other)) {
            bus.bus().subscribe(spec("picky", 3), new Inbox()).close();
            for (var text : new String[] {"a", "bad", "b"}) {
                Eventually.done(bus.bus().send(Inbox.message("in/x", text)));
            }
            try (var picky = bus.bus().subscribe(spec("picky", 3), (batch, outlet) -> {
                calls.add(batch.stream().map(m -> Inbox.text(m) + m.attempt()).toList());
                for (var message : batch) {
                    outlet.send(Inbox.message("out/x", Inbox.text(message)));
                    if (Inbox.text(message).equals(broken.get())) {
                        throw new IllegalStateException("cannot read it", new RuntimeException("deep cause"));
                    }
                }
                healed.receive(batch, outlet);
            })) {
                Eventually.eventually(
                        "the bad one is put aside",
                        () -> bus.runtime().deadLetters().count() == 1);
                assertThat(calls)
                        .containsExactly(
                                List.of("a1", "bad1", "b1"),
                                List.of("a2"),
                                List.of("bad2"),
                                List.of("b2"),
                                List.of("bad3"));
                forwarded.await(2);
                assertThat(forwarded.texts()).containsExactly("a", "b");
                var letter = bus.runtime()
                        .deadLetters()
                        .list(Optional.of("picky"), 10)
                        .get(0);
                assertThat(letter.cause()).isEqualTo("handler-failed");
                assertThat(letter.detail()).contains("cannot read it").contains("deep cause");
                assertThat(letter.message().topic()).isEqualTo("in/x");
                assertThat(Inbox.text(letter.message())).isEqualTo("bad");
                assertThat(bus.runtime().deadLetters().list(Optional.of("others"), 10))
                        .isEmpty();

                broken.set("nothing");
                assertThat(bus.runtime().deadLetters().replay(letter.id())).isTrue();
                assertThat(bus.runtime().deadLetters().replay(letter.id())).isFalse();
                healed.await(3);
                assertThat(healed.messages().get(2).topic()).isEqualTo("in/x");
                assertThat(other.texts()).containsExactly("a", "bad", "b");
                assertThat(bus.runtime().deadLetters().count()).isZero();
                assertThat(List.of(forward, others, picky))
                        .allSatisfy(s -> Eventually.eventually("", () -> s.backlog() == 0));
            }
        }
    }

    @Test
    void aReceiverThatCannotWorkNowLosesNothingAndUsesUpNoAttempt() throws Exception {
        var tries = new AtomicInteger();
        var inbox = new Inbox();
        try (var subscription = bus.bus().subscribe(spec("patient", 1), (batch, outlet) -> {
            if (tries.incrementAndGet() < 4) {
                throw new TryLaterException("the database is away", null);
            }
            inbox.receive(batch, outlet);
        })) {
            Eventually.done(bus.bus().send(Inbox.message("in/x", "1")));
            inbox.await(1);
            assertThat(inbox.messages().get(0).attempt()).isEqualTo(1);
            assertThat(bus.runtime().deadLetters().count()).isZero();
            Eventually.eventually("it is acknowledged", () -> subscription.backlog() == 0);
        }
    }

    @Test
    void aReceiverPutsAsideWhatItCannotReadAndGoesOnWithTheRest() throws Exception {
        var outlets = new ArrayList<Outlet>();
        var inbox = new Inbox();
        try (var subscription = bus.bus().subscribe(spec("strict", 5), (batch, outlet) -> {
            outlets.add(outlet);
            for (var message : batch) {
                if (Inbox.text(message).startsWith("{")) {
                    inbox.receive(List.of(message), outlet);
                } else {
                    outlet.putAside(message, "malformed-json", "expected an object");
                }
            }
        })) {
            Eventually.done(bus.bus().send(Inbox.message("in/x", "nonsense")));
            Eventually.done(bus.bus().send(Inbox.message("in/x", "{}")));
            inbox.await(1);
            Eventually.eventually(
                    "one is aside", () -> bus.runtime().deadLetters().count() == 1);
            var letter = bus.runtime().deadLetters().list(Optional.empty(), 1).get(0);
            assertThat(letter.cause()).isEqualTo("malformed-json");
            assertThat(bus.runtime().deadLetters().discard(letter.id())).isTrue();
            assertThat(bus.runtime().deadLetters().count()).isZero();
            Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            assertThatThrownBy(() -> outlets.get(0).send(Inbox.message("late", "late")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aReceiverThatHangsHarmsOnlyItself() throws Exception {
        var hanging = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var inbox = new Inbox();
        try (var stuck = bus.bus().subscribe(spec("stuck", 5), (batch, outlet) -> {
                    hanging.countDown();
                    release.await();
                });
                var lively = bus.bus().subscribe(spec("lively", 5), inbox)) {
            Eventually.done(bus.bus().send(Inbox.message("in/x", "1")));
            assertThat(hanging.await(10, TimeUnit.SECONDS)).isTrue();
            Eventually.done(bus.bus().send(Inbox.message("in/x", "2")));
            inbox.await(2);
            assertThat(stuck.backlog()).isEqualTo(2);
            Eventually.eventually("nothing waits", () -> lively.backlog() == 0);
            release.countDown();
        }
    }

    @Test
    void batchesOfAGroupAreHandledAtOnceUpToItsLimit() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var inbox = new Inbox();
        var spec = new SubscriptionSpec("many", List.of("in/#", "more/#"), true, 3, 1, 5, Duration.ZERO);
        try (var subscription = bus.bus().subscribe(spec, (batch, outlet) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Eventually.eventually(
                    "others came or all are done",
                    () -> most.get() == 3 || inbox.messages().size() > 20);
            inbox.receive(batch, outlet);
            now.decrementAndGet();
        })) {
            for (var i = 0; i < 60; i++) {
                Eventually.done(bus.bus().send(Inbox.message(i % 2 == 0 ? "in/x" : "more/x", "" + i)));
            }
            inbox.await(60);
            assertThat(most.get()).isEqualTo(3);
            assertThat(inbox.texts()).doesNotHaveDuplicates();
            Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
        }
    }

    @Test
    void closingGivesBackWhatWasNotFinished() throws Exception {
        var entered = new CountDownLatch(1);
        var subscription = bus.bus().subscribe(spec("closing", 5), (batch, outlet) -> {
            entered.countDown();
            throw new IllegalStateException("never works");
        });
        Eventually.done(bus.bus().send(Inbox.message("in/x", "1")));
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        subscription.close();
        var inbox = new Inbox();
        try (var again = bus.bus().subscribe(spec("closing", 5), inbox)) {
            inbox.await(1);
            Eventually.eventually("it is acknowledged", () -> again.backlog() == 0);
        }
    }

    @Test
    void aLiveSubscriptionGetsWhatIsSentWhileItListensAndLeavesNothingBehind() throws Exception {
        var first = new Inbox();
        var second = new Inbox();
        try (var one = bus.bus().subscribe(SubscriptionSpec.live("one", "in/#"), first);
                var two = bus.bus().subscribe(SubscriptionSpec.live("two", "in/+"), second)) {
            bus.bus().notify(Inbox.message("in/x", "soft"));
            Eventually.done(bus.bus().send(Inbox.message("in/x", "hard")));
            first.await(2);
            second.await(2);
            assertThat(List.of(one, two)).allSatisfy(s -> Eventually.eventually("", () -> s.backlog() == 0));
        }
        assertThat(bus.bus().list()).isEmpty();
    }

    @Test
    void attributesTravelAndARepeatedIdIsDeliveredOnce() throws Exception {
        var inbox = new Inbox();
        try (var subscription = bus.bus().subscribe(spec("once", 5), inbox)) {
            var message = TopicMessage.of(
                    "in/x",
                    new byte[] {0, -1, 7},
                    java.util.Map.of(
                            "content-type", "application/x", "unit", "°C", TopicMessage.DEDUPLICATION_ID, "7"));
            Eventually.done(bus.bus().send(message));
            Eventually.done(bus.bus().send(message));
            Eventually.done(bus.bus().send(Inbox.message("in/x", "end")));
            inbox.await(2);
            assertThat(inbox.messages()).hasSize(2);
            var received = inbox.messages().get(0);
            assertThat(received.payload()).containsExactly(0, -1, 7);
            assertThat(received.attributes())
                    .isEqualTo(java.util.Map.of("content-type", "application/x", "unit", "°C"));
            assertThat(received.receivedAt())
                    .isBetween(java.time.Instant.now().minusSeconds(60), java.time.Instant.now());
            Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
        }
    }

    private static SubscriptionSpec spec(String group, int attempts) {
        return new SubscriptionSpec(group, List.of("in/#"), true, 1, 100, attempts, Duration.ofMillis(20));
    }
}
