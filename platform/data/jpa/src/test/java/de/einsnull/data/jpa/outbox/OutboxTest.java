package de.einsnull.data.jpa.outbox;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventPublisher;
import de.einsnull.data.jpa.TestConfig;
import de.einsnull.data.jpa.TestDatabase;
import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.Dialect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456789Z");

    private final CommitHints hints = new CommitHints();
    private final Broker broker = new Broker();

    /** Else a row would be stored without the event that tells about it, or the other way round. */
    @ParameterizedTest
    @EnumSource
    void publishesWhatCommittedAndNothingElse(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        var outbox = new JdbcOutbox(database.source(), hints);
        try (var connection = transaction(database)) {
            outbox.append(connection, event("stays", "x"));
            connection.commit();
            outbox.append(connection, event("goes", "y"));
            connection.rollback();
        }
        assertThat(outbox.pending()).isEqualTo(1);

        relay(database).move();

        assertThat(broker.stored).containsExactly(event("stays", "x"));
        assertThat(outbox.pending()).isZero();
    }

    /** Else the event could be published although the caller's own row is never stored. */
    @ParameterizedTest
    @EnumSource
    void refusesAConnectionWithoutTransaction(Dialect dialect) throws Exception {
        var outbox = new JdbcOutbox(prepared(dialect).source(), hints);
        try (var connection = prepared(dialect).source().getConnection()) {
            assertThatThrownBy(() -> outbox.append(connection, event("a", "x")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Else events would be lost, or come in another order, while the broker is restarted. */
    @ParameterizedTest
    @EnumSource
    void keepsEverythingWhileTheBrokerIsAway(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        store(database, 5);
        broker.refused.addAll(IntStream.range(0, 5).mapToObj(Integer::toString).toList());

        assertThat(relay(database).move().brokerAway()).isTrue();
        assertThat(new JdbcOutbox(database.source(), hints).pending()).isEqualTo(5);

        broker.refused.clear();
        relay(database).move();
        assertThat(broker.ids()).containsExactly("0", "1", "2", "3", "4");
    }

    /** Else a single event that the broker refuses would hold up all others for ever. */
    @ParameterizedTest
    @EnumSource
    void letsOthersPassAnEventThatIsRefused(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        store(database, 3);
        broker.refused.add("1");

        var first = relay(database).move();
        assertThat(first.published()).isEqualTo(2);
        assertThat(first.failure()).hasMessage("refused 1");
        assertThat(relay(database).move().failed()).as("rests for a while").isZero();

        broker.refused.clear();
        var later = Clock.fixed(Instant.now().plusSeconds(10), ZoneOffset.UTC);
        new OutboxRelay(database.source(), broker, later, 100).move();
        assertThat(broker.ids()).containsExactly("0", "2", "1");
    }

    /** Else two nodes would publish every event twice, or wait for each other. */
    @ParameterizedTest
    @EnumSource
    void sharesTheWorkBetweenNodes(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        store(database, 20);
        var slow = new Broker();
        slow.open = new CompletableFuture<>();
        slow.started = new CountDownLatch(10);
        var node = Executors.newSingleThreadExecutor();
        try {
            var held = node.submit(() -> new OutboxRelay(database.source(), slow, Clock.systemUTC(), 10).move());
            assertThat(slow.started.await(10, TimeUnit.SECONDS)).isTrue();

            relay(database).move();
            slow.open.complete(null);

            assertThat(held.get(10, TimeUnit.SECONDS).published()).isEqualTo(10);
        } finally {
            node.shutdownNow();
        }
        assertThat(slow.ids()).hasSize(10).doesNotContainAnyElementsOf(broker.ids());
        assertThat(broker.ids()).hasSize(10);
    }

    /** Else pages that show the effect of an event would lag behind by a second or stop at the first broker failure. */
    @ParameterizedTest
    @EnumSource
    void publishesSoonAfterACommitAndAgainAfterAFailure(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        var outbox = new JdbcOutbox(database.source(), hints);
        var config = TestConfig.of(Map.of("outboxPollIntervalInMs", 100L));
        var service = new OutboxService(database.source(), broker, outbox, hints, config);
        try {
            store(database, 1);
            eventually("published", () -> broker.ids().contains("0"));
            assertThat(service.execute().getStatus()).isEqualTo(Result.Status.OK);

            broker.refused.add("0");
            store(database, 1);
            eventually("reported", () -> service.execute().toString().contains("refused 0"));
            assertThat(service.execute().getStatus()).isEqualTo(Result.Status.WARN);

            broker.refused.clear();
            eventually("published again", () -> broker.ids().size() == 2);
        } finally {
            service.stop();
        }
    }

    /** Else a second delivery of an event would, for example, book a payment twice. */
    @ParameterizedTest
    @EnumSource
    void recognisesASecondDelivery(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        var processed = new JdbcProcessedEvents(database.source());
        try (var connection = transaction(database)) {
            assertThat(processed.markFirst(connection, "billing", "e1")).isTrue();
            connection.rollback();
            assertThat(processed.markFirst(connection, "billing", "e1")).isTrue();
            connection.commit();
            assertThat(processed.markFirst(connection, "billing", "e1")).isFalse();
            assertThat(processed.markFirst(connection, "search", "e1")).isTrue();
            connection.commit();
        }
    }

    /** Else two threads that get the same event at once would both act on it. */
    @ParameterizedTest
    @EnumSource
    void letsOnlyOneOfTwoAtOnceBeTheFirst(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        var processed = new JdbcProcessedEvents(database.source());
        var other = Executors.newSingleThreadExecutor();
        try (var connection = transaction(database)) {
            assertThat(processed.markFirst(connection, "billing", "e1")).isTrue();
            var second = other.submit(() -> {
                try (var mine = transaction(database)) {
                    var first = processed.markFirst(mine, "billing", "e1");
                    mine.commit();
                    return first;
                }
            });
            connection.commit();
            assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
        } finally {
            other.shutdownNow();
        }
    }

    /** Else the table would grow for ever. */
    @ParameterizedTest
    @EnumSource
    void forgetsOldEventsOnly(Dialect dialect) throws Exception {
        var database = prepared(dialect);
        try (var connection = transaction(database)) {
            new JdbcProcessedEvents(database.source()).markFirst(connection, "billing", "e1");
            connection.commit();
        }
        var purge = new ProcessedEventsPurge(database.source(), TestConfig.of(Map.of()));
        try {
            assertThat(purge.purge(Instant.now().plus(Duration.ofDays(29)))).isZero();
            assertThat(purge.purge(Instant.now().plus(Duration.ofDays(31)))).isEqualTo(1);
        } finally {
            purge.stop();
        }
    }

    private OutboxRelay relay(Database database) {
        return new OutboxRelay(database.source(), broker, Clock.systemUTC(), 100);
    }

    private void store(Database database, int count) throws Exception {
        var outbox = new JdbcOutbox(database.source(), hints);
        try (var connection = transaction(database)) {
            for (var i = 0; i < count; i++) {
                outbox.append(connection, event(Integer.toString(i), "{}"));
            }
            connection.commit();
        }
    }

    private static Connection transaction(Database database) throws Exception {
        var connection = database.source().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Database prepared(Dialect dialect) throws Exception {
        var database = TestDatabase.open(dialect);
        var schema = database.createSchema("platform");
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            connection.setSchema(schema);
            statement.execute(Files.readString(Path.of("src/main/resources/db/migration/V1__outbox.sql")));
        }
        return database;
    }

    private static CityEvent event(String id, String data) {
        return new CityEvent(id, URI.create("/test"), "de.einsnull.test.thing.v1", "a subject", NOON, data);
    }

    /** Stores events, refuses some, and can be made to hesitate. */
    private static final class Broker implements EventPublisher {

        private final List<CityEvent> stored = Collections.synchronizedList(new ArrayList<>());
        private final Set<String> refused = Collections.synchronizedSet(new HashSet<>());
        private volatile CompletableFuture<Void> open = CompletableFuture.completedFuture(null);
        private volatile CountDownLatch started = new CountDownLatch(0);

        @Override
        public CompletionStage<Void> publish(CityEvent event) {
            if (refused.contains(event.id())) {
                return CompletableFuture.failedFuture(new BusException("refused " + event.id(), null));
            }
            stored.add(event);
            started.countDown();
            return open;
        }

        List<String> ids() {
            synchronized (stored) {
                return stored.stream().map(CityEvent::id).toList();
            }
        }
    }
}
