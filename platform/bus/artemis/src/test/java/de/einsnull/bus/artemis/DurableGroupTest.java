package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, what a device or module has sent would be lost while its receiver is away. */
class DurableGroupTest {

    @TempDir
    Path directory;

    @Test
    void collectsWhileNobodyListensAndOverARestartOfTheBroker() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            var first = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("stock", "shop/#"), first)) {
                Eventually.done(bus.bus().send(Inbox.message("shop/apples", "1")));
                first.await(1);
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
            Eventually.done(bus.bus().send(Inbox.message("shop/pears", "2")));
        }
        try (var bus = TestBus.in(directory).start()) {
            Eventually.done(bus.bus().send(Inbox.message("shop/plums", "3")));
            var second = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("stock", "shop/#"), second)) {
                second.await(2);
                assertThat(second.texts()).containsExactly("2", "3");
                assertThat(second.messages().get(0).topic()).isEqualTo("shop/pears");
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
        }
    }

    @Test
    void receivesBySeveralWildcardFilters() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            var inbox = new Inbox();
            var spec = SubscriptionSpec.durable("wild", "a/+/c", "x/#", "x/y/z", "v1.1/Datastreams(1)/Observations");
            try (var subscription = bus.bus().subscribe(spec, inbox)) {
                Eventually.eventually(
                        "the queues exist",
                        () -> bus.bus().list().size() == 1
                                && bus.bus().list().get(0).consumers() == 3);
                for (var topic : new String[] {
                    "a/b/c",
                    "a/b/b/c",
                    "a/b/d",
                    "x/y/z",
                    "x",
                    "y/x",
                    "v1.1/Datastreams(1)/Observations",
                    "x/a.b/c(d)?e=f"
                }) {
                    Eventually.done(bus.bus().send(Inbox.message(topic, topic)));
                }
                inbox.await(5);
                assertThat(inbox.texts())
                        .containsExactlyInAnyOrder(
                                "a/b/c", "x/y/z", "x", "v1.1/Datastreams(1)/Observations", "x/a.b/c(d)?e=f");
                assertThat(inbox.messages())
                        .allSatisfy(m -> assertThat(m.topic()).isEqualTo(Inbox.text(m)));
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
        }
    }

    @Test
    void aFilterThatIsNoLongerWantedStopsCollectingAndLosesNothing() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            bus.bus()
                    .subscribe(SubscriptionSpec.durable("moving", "old/#", "new/#"), new Inbox())
                    .close();
            Eventually.eventually(
                    "both queues exist", () -> bus.bus().list().get(0).filters().size() == 2);
            Eventually.done(bus.bus().send(Inbox.message("old/thing", "kept")));
            var inbox = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("moving", "new/#"), inbox)) {
                inbox.await(1);
                assertThat(inbox.messages().get(0).topic()).isEqualTo("old/thing");
                assertThat(bus.bus().list().get(0).filters()).containsExactly("new/#");
                Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
            }
        }
    }

    @Test
    void aGroupIsOpenOnceAndCanBeForgotten() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            var spec = SubscriptionSpec.durable("once", "t/#");
            try (var first = bus.bus().subscribe(spec, new Inbox())) {
                assertThatThrownBy(() -> bus.bus().subscribe(spec, new Inbox())).hasMessageContaining("already open");
                Eventually.eventually(
                        "the queue exists", () -> !bus.bus().list().isEmpty());
                Eventually.eventually("nothing waits", () -> first.backlog() == 0);
            }
            Eventually.done(bus.bus().send(Inbox.message("t/1", "1")));
            assertThat(bus.bus().forget("once")).isEqualTo(1);
            assertThat(bus.bus().forget("once")).isZero();
            assertThat(bus.bus().list()).isEmpty();
        }
    }
}
