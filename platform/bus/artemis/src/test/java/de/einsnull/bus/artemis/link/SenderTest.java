package de.einsnull.bus.artemis.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.artemis.Inbox;
import de.einsnull.bus.artemis.TestBus;
import de.einsnull.bus.artemis.message.MessageCodec;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a sender would wait for ever, fill the memory, or believe that a message is stored which is not. */
class SenderTest {

    @TempDir
    Path directory;

    @Test
    void everyMessageIsConfirmedInOrder() throws Exception {
        try (var bus = TestBus.in(directory).start();
                var sender = new Sender(bus.runtime().link(), Duration.ofSeconds(10), 100)) {
            var order = new ArrayList<Integer>();
            var stages = new ArrayList<CompletionStage<Void>>();
            for (var i = 0; i < 500; i++) {
                var number = i;
                stages.add(send(sender, "a/b").thenRun(() -> order.add(number)));
            }
            for (var stage : stages) {
                Eventually.done(stage);
            }
            assertThat(order).hasSize(500).isSorted();
        }
    }

    @Test
    void withoutABrokerTheWaitIsBoundedAndSoIsTheQueue() {
        try (var link = new BrokerLink(session -> null);
                var sender = new Sender(link, Duration.ofMillis(200), 3)) {
            var waiting = new ArrayList<CompletionStage<Void>>();
            for (var i = 0; i < 3; i++) {
                waiting.add(send(sender, "a/b"));
            }
            var start = System.nanoTime();
            var tooMany = send(sender, "a/b");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            waiting.add(tooMany);
            for (var stage : waiting) {
                assertThatThrownBy(() -> Eventually.done(stage))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOf(BusException.class);
            }
            sender.offer("a/b", session -> MessageCodec.encode(session, Inbox.message("a/b", "x"), false));
        }
    }

    @Test
    void closingFailsWhatWaits() {
        try (var link = new BrokerLink(session -> null)) {
            var sender = new Sender(link, Duration.ofMinutes(1), 3);
            var waiting = send(sender, "a/b");
            sender.close();
            assertThatThrownBy(() -> Eventually.done(waiting)).cause().hasMessageContaining("closed");
            assertThatThrownBy(() -> Eventually.done(send(sender, "a/b")))
                    .cause()
                    .hasMessageContaining("closed");
        }
    }

    private static CompletionStage<Void> send(Sender sender, String topic) {
        return sender.send(topic, session -> MessageCodec.encode(session, Inbox.message(topic, "x"), true));
    }
}
