package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a large message would arrive damaged, or not at all when it was put aside and replayed. */
class LargeMessageTest {

    @TempDir
    Path directory;

    @Test
    void aMessageOfManyMegabytesTravelsAndSurvivesBeingPutAside() throws Exception {
        var payload = new byte[3 * 1024 * 1024];
        new Random(1).nextBytes(payload);
        var healed = new AtomicBoolean();
        var inbox = new Inbox();
        try (var bus = TestBus.in(directory).start()) {
            var spec = new SubscriptionSpec("large", List.of("big/#"), true, 1, 10, 1, Duration.ofMillis(10));
            try (var subscription =
                    bus.bus().subscribe(spec, (batch, outlet) -> receive(batch, outlet, healed, inbox))) {
                for (var i = 0; i < 3; i++) {
                    Eventually.done(bus.bus().send(TopicMessage.of("big/" + i, payload, Map.of("n", "" + i))));
                }
                Eventually.eventually(
                        "all are put aside", () -> bus.runtime().deadLetters().count() == 3);
                var letters = bus.runtime().deadLetters().list(Optional.of("large"), 10);
                assertThat(letters).hasSize(3).allSatisfy(letter -> assertThat(
                                letter.message().payload())
                        .isEqualTo(payload));
                healed.set(true);
                letters.forEach(letter -> assertThat(bus.runtime().deadLetters().replay(letter.id()))
                        .isTrue());
                inbox.await(3);
                assertThat(inbox.messages())
                        .allSatisfy(m -> assertThat(m.payload()).isEqualTo(payload));
                assertThat(inbox.messages())
                        .extracting(TopicMessage::topic)
                        .containsExactlyInAnyOrder("big/0", "big/1", "big/2");
                assertThat(inbox.messages().get(0).attributes()).containsKey("n");
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
        }
    }

    private static void receive(List<TopicMessage> batch, Outlet outlet, AtomicBoolean healed, Inbox inbox) {
        if (!healed.get()) {
            throw new IllegalStateException("not yet");
        }
        inbox.receive(batch, outlet);
    }

    @Test
    void moreThanTheMemoryAllowsWaitsOnTheDisk() throws Exception {
        var payload = new byte[512 * 1024];
        try (var bus = TestBus.in(directory).start()) {
            bus.bus()
                    .subscribe(SubscriptionSpec.durable("slow", "big/#"), new Inbox())
                    .close();
            for (var i = 0; i < 120; i++) {
                Eventually.done(bus.bus().send(TopicMessage.of("big/x", payload, Map.of("n", "" + i))));
            }
        }
        try (var bus = TestBus.in(directory).start()) {
            var inbox = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("slow", "big/#"), inbox)) {
                inbox.await(120);
                assertThat(inbox.messages().stream().map(m -> m.attributes().get("n")))
                        .doesNotHaveDuplicates();
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
        }
    }
}
