package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, a city with several nodes would have to restart them all whenever its broker was restarted. */
class ExternalBrokerTest {

    @TempDir
    Path directory;

    @Test
    void everythingGoesOnAfterTheBrokerWasAway() throws Exception {
        try (var broker = new ExternalBroker(directory)) {
            broker.start();
            try (var bus = TestBus.at(broker.url(), "platform").start()) {
                var inbox = new Inbox();
                try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("stock", "shop/#"), inbox)) {
                    Eventually.done(bus.bus().send(Inbox.message("shop/a", "1")));
                    inbox.await(1);

                    broker.stop();
                    Eventually.eventually(
                            "the loss is seen",
                            () -> bus.runtime().link().current().isEmpty());
                    assertThat(subscription.backlog()).isEqualTo(-1);
                    assertThatThrownBy(() -> bus.runtime().deadLetters().count())
                            .isInstanceOf(BusException.class)
                            .hasMessageContaining("No connection");
                    var waiting = bus.bus().send(Inbox.message("shop/b", "2"));

                    broker.start();
                    Eventually.done(waiting);
                    inbox.await(2);
                    Eventually.done(bus.bus().send(Inbox.message("shop/c", "3")));
                    inbox.await(3);
                    assertThat(inbox.texts()).containsExactly("1", "2", "3");
                    Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
                }
            }
        }
    }

    @Test
    void aSendFailsInTimeWhileTheBrokerIsAway() {
        try (var bus =
                TestBus.at("tcp://127.0.0.1:" + TestBus.freePort(), "platform").impatient()) {
            bus.runtime().apply(bus.settings());
            var sent = bus.bus().send(Inbox.message("shop/a", "1"));
            assertThatThrownBy(() -> Eventually.done(sent))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(BusException.class)
                    .hasMessageContaining("not reachable");
        }
    }

    @Test
    void switchingFromTheEmbeddedToAnExternalBrokerTakesSubscriptionsAlong() throws Exception {
        try (var broker = new ExternalBroker(directory.resolve("external"))) {
            broker.start();
            try (var bus = TestBus.in(directory.resolve("embedded")).start()) {
                var inbox = new Inbox();
                try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("stock", "shop/#"), inbox)) {
                    Eventually.done(bus.bus().send(Inbox.message("shop/a", "1")));
                    inbox.await(1);
                    bus.apply(TestBus.at(broker.url(), "platform").settings());
                    Eventually.eventually(
                            "the broker is another", () -> bus.runtime().isExternal() && subscription.backlog() == 0);
                    Eventually.eventually(
                            "the group is there", () -> !bus.bus().list().isEmpty());
                    Eventually.done(bus.bus().send(Inbox.message("shop/b", "2")));
                    inbox.await(2);
                    assertThat(bus.runtime().deadLetters().list(Optional.empty(), 1))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void aBrokerWithOtherWildcardsIsRefusedWithWhatToChange() throws Exception {
        try (var broker = new ExternalBroker(directory, '.')) {
            broker.start();
            try (var bus = TestBus.at(broker.url(), "platform")) {
                bus.runtime().apply(bus.settings());
                Eventually.eventually(
                        "it says so", () -> bus.runtime().problem().contains("<delimiter>/</delimiter>"));
                assertThat(bus.runtime().link().current()).isEmpty();
            }
        }
    }
}
