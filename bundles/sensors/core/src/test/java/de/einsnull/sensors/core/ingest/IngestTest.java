package de.einsnull.sensors.core.ingest;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.ObservationListener.Change;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.sensors.core.registry.Registry;
import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.store.EntityChange;
import de.einsnull.sensors.sensorthings.store.EntityChange.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these observations would be lost while the database is away, doubled after a crash, or seen too late. */
@Timeout(60)
class IngestTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Channel CHANNEL = Channel.number("n", "1", "urn:n");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsDeliveredTwiceIsStoredOnceAndCountedExactly(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.register("a", "d", "");
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 500; i++) {
                    send(test, i);
                }
            }

            eventually("all handled", () -> test.bus.backlog("sensors.store") == 0);
            eventually("stored", () -> test.ledger("a", Outcomes.STORED) == 500);
            assertThat(test.ledger("a", Outcomes.DUPLICATE)).isEqualTo(500);
            assertThat(test.database.count("observation")).isEqualTo(500);
            assertThat(test.database.count("observation_last")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatComesWhileTheDatabaseIsAwayIsStoredWhenItIsBack(Kind kind) throws Exception {
        try (var test = new TestPlatform(kind)) {
            test.register("a", "d", "");
            send(test, 0);
            eventually("stored", () -> test.database.count("observation") == 1);

            test.database.setDown(true);
            for (int i = 1; i < 50; i++) {
                send(test, i);
            }
            eventually("said", () -> !test.ingest.trouble().isEmpty());
            assertThat(test.bus.backlog("sensors.store")).isEqualTo(49);

            test.database.setDown(false);
            eventually("all stored", () -> test.database.count("observation") == 50);
            eventually("well again", () -> test.ingest.trouble().isEmpty());
            assertThat(test.bus.count()).isZero();
        }
    }

    /** Who listens by MQTT must hear of what devices measured, each once. */
    @Test
    void newObservationsAreToldAndRepeatedOnesAreNot() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.register("a", "d", "");
            var told = new CopyOnWriteArrayList<EntityChange>();
            test.ingest.listenToEntities(told::addAll);

            send(test, 1);
            send(test, 1);
            send(test, 2);

            eventually(
                    "told",
                    () -> told.stream().filter(c -> c.what() == What.CREATED).count() == 2);
            eventually("all handled", () -> test.bus.backlog("sensors.store") == 0);
            assertThat(told.stream().filter(c -> c.what() == What.CREATED))
                    .hasSize(2)
                    .allSatisfy(c -> assertThat(c.type()).isEqualTo(EntityType.OBSERVATION));
            assertThat(told).anySatisfy(c -> assertThat(c.what()).isEqualTo(What.FOLLOWED));
        }
    }

    @Test
    void whatComesWhileTheModuleIsDownWaits() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.register("a", "d", "");
            test.ingest.stop();
            send(test, 1);
            test.ingest.start();

            eventually("stored", () -> test.database.count("observation") == 1);
        }
    }

    @Test
    void listenersAreToldTheNewestValueAndNoListenerCanStopTheOthers() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.register("a", "d", "");
            var told = new CopyOnWriteArrayList<Change>();
            test.ingest.listen(changes -> {
                throw new IllegalStateException("broken listener");
            });
            test.ingest.listen(told::addAll);
            long before = test.directory.version();

            for (int i = 0; i < 100; i++) {
                send(test, i);
            }

            eventually("told", () -> told.stream()
                    .anyMatch(c -> c.observation().value().equals(Value.of(99))));
            assertThat(told.get(0).kind()).isEqualTo("parking-bay");
            assertThat(told.get(0).channel()).isEqualTo("n");
            assertThat(test.directory.version()).isGreaterThan(before);
            var thing = test.directory.thing(told.get(0).thing()).orElseThrow();
            assertThat(thing.datastream("n").orElseThrow().last())
                    .hasValueSatisfying(o -> assertThat(o.value()).isEqualTo(Value.of(99)));
        }
    }

    @Test
    void anotherNodeSeesDevicesAndValuesToo() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            var other = new Registry(test.database.factory(), test.database.database(), test.codecs.codecs());
            var live = new Live(test.bus, other);
            try {
                test.register("a", "d", "");
                eventually("device", () -> other.find("a", "d").isPresent());
                send(test, 7);
                eventually("stored", () -> test.database.count("observation") == 1);
                eventually(
                        "value",
                        () -> other.find("a", "d").orElseThrow().lastSeen().isPresent());
            } finally {
                live.stop();
            }
        }
    }

    private static void send(TestPlatform test, int i) {
        var reading = new Reading("n", i, "1", NOON.plusMillis(i));
        var report = new Report("d", i, NOON.plusMillis(i), List.of(reading));
        var bytes = Wire.write(report, List.of(new Wire.Measured(reading, CHANNEL)));
        test.bus.send(TopicMessage.of(Wire.TOPIC + "a", bytes, Map.of()));
    }
}
