package de.einsnull.sensors.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these values would be lost, doubled, or shown although a newer one is there. */
class ObservationStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindOfValueComesBackAsItWas(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            var all = List.of(
                    observation(1, 0, 1, Value.of(-12.5)),
                    observation(2, 0, 2, Value.of(true)),
                    observation(3, 0, 3, Value.of("charging – ä")));

            assertThat(store(test, all)).isEqualTo(3);

            var reader = new ObservationReader(test.database());
            assertThat(reader.lastValues()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(reader.page(3, ObservationQuery.newest(10)).items()).containsExactly(all.get(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void storingAgainChangesNothing(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            var batch = IntStream.range(0, 100)
                    .mapToObj(i -> observation(i % 7, i, i, Value.of(i)))
                    .toList();
            store(test, batch);

            var again = new ArrayList<>(batch);
            again.addAll(batch.subList(0, 10));
            again.add(observation(1, 500, 1, Value.of(1)));

            assertThat(store(test, again)).isEqualTo(1);
            assertThat(test.count("observation")).isEqualTo(101);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLateValueIsKeptButIsNotTheLast(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(test, List.of(observation(1, 60, 7, Value.of(2))));
            store(test, List.of(observation(1, 0, 6, Value.of(1))));
            store(test, List.of(observation(1, 60, 5, Value.of(3))));

            var reader = new ObservationReader(test.database());
            assertThat(reader.lastValues()).singleElement().satisfies(o -> assertThat(o.value())
                    .isEqualTo(Value.of(2)));
            assertThat(reader.page(1, ObservationQuery.newest(10)).items()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pagesAreCutFromTheRangeInTheOrderWanted(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(
                    test,
                    IntStream.range(0, 20)
                            .mapToObj(i -> observation(1, i, 0, Value.of(i)))
                            .toList());
            var reader = new ObservationReader(test.database());

            var page =
                    reader.page(1, new ObservationQuery(NOON.plusSeconds(5), NOON.plusSeconds(15), true, 2, 3, true));

            assertThat(page.total()).isEqualTo(10);
            assertThat(page.items())
                    .extracting(Observation::value)
                    .containsExactly(Value.of(7), Value.of(8), Value.of(9));
            assertThat(reader.page(1, ObservationQuery.newest(1)).items().get(0).value())
                    .isEqualTo(Value.of(19));
            assertThat(reader.page(99, ObservationQuery.newest(1)).items()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLongSeriesIsThinnedToItsMeans(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            store(
                    test,
                    IntStream.range(0, 1000)
                            .mapToObj(i -> observation(1, i, 0, Value.of(i)))
                            .toList());
            store(
                    test,
                    IntStream.range(0, 9)
                            .mapToObj(i -> observation(2, i, 0, Value.of(i % 2 == 0)))
                            .toList());
            var reader = new ObservationReader(test.database());

            var thinned = reader.history(1, NOON, NOON.plusSeconds(1000), 10);

            assertThat(thinned).hasSizeBetween(10, 11);
            assertThat(((Value.Quantity) thinned.get(0).value()).number()).isBetween(48.0, 51.0);
            assertThat(reader.history(1, NOON, NOON.plusSeconds(5), 10)).hasSize(5);
            assertThat(reader.history(2, NOON, NOON.plusSeconds(1000), 3))
                    .hasSizeBetween(3, 4)
                    .allSatisfy(o -> assertThat(o.value()).isInstanceOf(Value.Flag.class));
            assertThat(reader.history(3, NOON, NOON.plusSeconds(5), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theLedgerAddsUp(Kind kind) throws SQLException {
        try (var test = new TestDatabase(kind)) {
            for (int i = 0; i < 3; i++) {
                test.database().inTransaction(c -> {
                    Ledger.add(c, List.of(Ledger.count("a", "stored", 5, NOON), Ledger.count("b", "stored", 1, NOON)));
                    return true;
                });
            }

            assertThat(test.database().inTransaction(Ledger::list))
                    .containsExactly(Ledger.count("a", "stored", 15, NOON), Ledger.count("b", "stored", 3, NOON));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDriverFindsItsStateAgain(Kind kind) {
        try (var test = new TestDatabase(kind)) {
            new DriverStates(test.database(), "a").put("position", "1");
            new DriverStates(test.database(), "a").put("position", "2");

            assertThat(new DriverStates(test.database(), "a").get("position")).contains("2");
            assertThat(new DriverStates(test.database(), "b").get("position")).isEmpty();
        }
    }

    private static int store(TestDatabase test, List<Observation> batch) throws SQLException {
        var database = test.database();
        database.observations().prepare(batch);
        return database.inTransaction(c -> database.observations().store(c, batch))
                .size();
    }

    private static Observation observation(long datastream, long seconds, long sequence, Value value) {
        return new Observation(datastream, NOON.plusSeconds(seconds), NOON.plusSeconds(seconds), sequence, value);
    }
}
