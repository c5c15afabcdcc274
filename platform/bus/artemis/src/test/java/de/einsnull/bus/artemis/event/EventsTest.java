package de.einsnull.bus.artemis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.artemis.AmqpClient;
import de.einsnull.bus.artemis.Inbox;
import de.einsnull.bus.artemis.TestBus;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, modules would not hear of each other, or of things that were never said. */
class EventsTest {

    private static final String TYPE = "de.einsnull.test.thing.v1";

    @TempDir
    Path directory;

    @Test
    void anEventArrivesAsItWasPublishedInEachGroupOnce() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            var whiteboard = new SubscriberWhiteboard(bus.bus(), Duration.ofMinutes(2));
            var exact = new Subscriber();
            var wide = new Subscriber();
            var deaf = new Subscriber();
            whiteboard.add(exact, properties("exact", TYPE));
            whiteboard.add(wide, properties("wide", "de.einsnull.test.*.v1", "de.other.#"));
            whiteboard.add(deaf, properties("deaf", "de.einsnull.other.#"));
            var event = new CityEvent(
                    "7",
                    URI.create("/tests"),
                    TYPE,
                    "thing/1",
                    Instant.parse("2026-11-24T08:00:00.123456Z"),
                    "{\"n\": 1.50}");
            Eventually.done(bus.runtime().publisher().publish(event));
            Eventually.done(bus.runtime().publisher().publish(event));
            var other = CityEvent.of(URI.create("/tests"), "de.other.x.v2", "", Instant.EPOCH, "[1,\"ä\"]");
            Eventually.done(bus.runtime().publisher().publish(other));
            Eventually.eventually("both arrived", () -> exact.events.size() == 1 && wide.events.size() == 2);
            assertThat(exact.events).containsExactly(event);
            assertThat(wide.events).containsExactlyInAnyOrder(event, other);
            assertThat(deaf.events).isEmpty();

            whiteboard.remove(exact);
            var late = CityEvent.of(URI.create("/tests"), TYPE, "", Instant.EPOCH, "null");
            Eventually.done(bus.runtime().publisher().publish(late));
            var successor = new Subscriber();
            whiteboard.add(successor, properties("exact", TYPE));
            Eventually.eventually("the queue has kept it", () -> successor.events.contains(late));
            assertThat(exact.events).hasSize(1);
            whiteboard.close();
        }
    }

    /** A partner's system that speaks AMQP takes part like a module. */
    @Test
    void anEventComesInThroughTheAmqpDoor() throws Exception {
        var port = TestBus.freePort();
        try (var bus = TestBus.in(directory)
                        .door(Protocol.AMQP, port)
                        .user("partner", List.of("events/de/einsnull/test"), List.of())
                        .start();
                var client = new AmqpClient(port)) {
            var whiteboard = new SubscriberWhiteboard(bus.bus(), Duration.ofMinutes(2));
            var subscriber = new Subscriber();
            whiteboard.add(subscriber, properties("listener", TYPE));
            Eventually.eventually(
                    "the door is open", () -> bus.runtime().doors().size() == 1);
            var event = CityEvent.of(URI.create("/partner"), TYPE, "thing/2", Instant.EPOCH, "{\"n\":2}");
            var written = new EventCodec().encode(event);
            try (var connection = client.login("partner")) {
                AmqpClient.send(
                        AmqpClient.sender(connection, written.topic()),
                        Message.create(written.payload()).contentType("application/cloudevents+json"));
                assertThatThrownBy(() -> AmqpClient.sender(connection, "events/de/einsnull/other"))
                        .hasMessageContaining("does not have permission");
            }
            Eventually.eventually("it arrived", () -> subscriber.events.size() == 1);
            assertThat(subscriber.events).containsExactly(event);
            whiteboard.close();
        }
    }

    @Test
    void whatIsNoEventIsPutAsideAndDoesNotStopTheOthers() throws Exception {
        try (var bus = TestBus.in(directory).start()) {
            var whiteboard = new SubscriberWhiteboard(bus.bus(), Duration.ofMinutes(2));
            var subscriber = new Subscriber();
            whiteboard.add(subscriber, properties("strict", TYPE));
            Eventually.done(bus.bus().send(Inbox.message(EventCodec.topic(TYPE), "{\"id\":\"1\"}")));
            var event = CityEvent.of(URI.create("/tests"), TYPE, "", Instant.EPOCH, "{}");
            Eventually.done(bus.runtime().publisher().publish(event));
            Eventually.eventually("the good one arrived", () -> subscriber.events.contains(event));
            var letters = bus.runtime().deadLetters().list(Optional.of("strict"), 10);
            assertThat(letters).hasSize(1);
            assertThat(letters.get(0).cause()).isEqualTo("malformed-event");
            assertThat(bus.runtime().deadLetters().find(letters.get(0).id()))
                    .hasValueSatisfying(letter -> assertThat(letter.group()).isEqualTo("strict"));
            assertThat(bus.runtime().deadLetters().find("it's none")).isEmpty();
            whiteboard.close();
        }
    }

    @Test
    void aSubscriberWithoutUsablePropertiesIsLeftOutAndHarmsNobody() {
        try (var bus = TestBus.in(directory).start()) {
            var whiteboard = new SubscriberWhiteboard(bus.bus(), Duration.ofMinutes(2));
            whiteboard.add(new Subscriber(), Map.of());
            whiteboard.add(new Subscriber(), Map.of("einsnull.bus.group", "g"));
            whiteboard.add(new Subscriber(), properties("bad name!", TYPE));
            assertThat(bus.bus().subscriptions()).isEmpty();
            whiteboard.close();
        }
    }

    @Test
    void propertiesAreReadAsComponentsAndProgramsWriteThem() {
        var spec = SubscriberProperties.spec(Map.of(
                "einsnull.bus.types",
                List.of(TYPE),
                "einsnull.bus.group",
                "g",
                "einsnull.bus.concurrency",
                4,
                "einsnull.bus.maxAttempts",
                "7",
                "einsnull.bus.retryDelayInMs",
                50L));
        assertThat(spec.concurrency()).isEqualTo(4);
        assertThat(spec.maxAttempts()).isEqualTo(7);
        assertThat(spec.retryDelay()).hasMillis(50);
        assertThat(spec.filters()).containsExactly("events/de/einsnull/test/thing/v1");
        assertThat(SubscriberProperties.spec(Map.of("einsnull.bus.types", "a.b", "einsnull.bus.group", "g"))
                        .maxBatch())
                .isEqualTo(1);
    }

    @Test
    void malformedEventsAreRefusedWithAReason() {
        var codec = new EventCodec();
        for (var text : new String[] {
            "",
            "no json",
            "[]",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\"}",
            "{\"data\":{\"a\":",
            "null",
            "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/x\",\"type\":\"a.b\"}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\" \",\"type\":\"a.b\"}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\",\"type\":\"a.b\",\"time\":\"yesterday\"}"
        }) {
            assertThatThrownBy(() -> codec.decode(Inbox.message("events/a/b", text)))
                    .as(text)
                    .isInstanceOf(IOException.class);
        }
    }

    private static Map<String, Object> properties(String group, String... types) {
        return Map.of("einsnull.bus.group", group, "einsnull.bus.types", types, "einsnull.bus.retryDelayInMs", 10L);
    }

    private static final class Subscriber implements EventSubscriber {

        final List<CityEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void onEvent(CityEvent event) {
            events.add(event);
        }
    }
}
