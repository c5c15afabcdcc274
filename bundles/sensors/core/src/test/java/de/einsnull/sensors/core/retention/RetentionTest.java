package de.einsnull.sensors.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.jobs.api.JobRun;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Retention.Removal;
import de.einsnull.sensors.api.Retention.What;
import de.einsnull.sensors.api.Rollup.Span;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.rollup.RollupService;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without these a city would keep what it must not, lose what it must keep, or could not prove what it did. */
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant CUT = Instant.parse("2026-10-24T22:00:00Z"); // midnight 30 days before
    private static final int NOISE = 1;
    private static final int WATER = 2;
    private static final List<String> CITY = List.of(
            "insert into sensor (id, model, name, datasheet) values (1, 'm', 'M', '')",
            "insert into thing (id, name, description, kind, group_name, demo, properties)"
                    + " values (1, 'T', '', '', '', false, '{}')",
            "insert into observed_property (id, definition, name) values (1, 'urn:noise', 'Lärm')",
            "insert into observed_property (id, definition, name) values (2, 'urn:water', 'Pegel')");

    private final Set<Long> emptied = new HashSet<>();

    private TestDatabase city(Kind kind) throws SQLException {
        var test = new TestDatabase(kind);
        test.database().inTransaction(c -> {
            try (var statement = c.createStatement()) {
                for (String sql : CITY) {
                    statement.execute(sql);
                }
                for (int stream = 1; stream <= 2; stream++) {
                    statement.execute("insert into datastream (id, thing_id, sensor_id, observed_property_id, name,"
                            + " channel, value_type, unit, name_key, is_open, licence) values (" + stream + ", 1, 1, "
                            + stream + ", 'S', 'c" + stream + "', 'NUMBER', '', '', true, '')");
                }
            }
            return true;
        });
        return test;
    }

    private static void store(TestDatabase test, long stream, Instant from, int days) throws SQLException {
        var batch = IntStream.range(0, days)
                .mapToObj(d -> from.plus(Duration.ofDays(d)))
                .map(t -> new Observation(stream, t, t, 0, Value.of(5)))
                .toList();
        test.database().observations().prepare(batch);
        test.database().inTransaction(c -> test.database().observations().store(c, batch));
    }

    private void run(TestDatabase test) throws SQLException {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var rollups = new RollupService(test.database(), clock);
        new RetentionJob(test.database(), rollups::follow, emptied::addAll, clock)
                .run(new JobRun(NOW, 0, Optional.empty()));
    }

    private static long number(TestDatabase test, String sql) throws SQLException {
        return test.database().inTransaction(c -> {
            try (var statement = c.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsTooOldGoesAndWhatWasPutTogetherStays(Kind kind) throws SQLException {
        try (var test = city(kind)) {
            var rules = new RetentionRules(test.database());
            store(test, NOISE, NOW.minus(Duration.ofDays(99)), 100);
            store(test, WATER, NOW.minus(Duration.ofDays(99)), 100);
            assertThat(rules.set(NOISE, 30, 0, "§ 5 Satzung")).isTrue();

            run(test);
            run(test);

            assertThat(number(test, "select count(*) from observation where datastream_id = 1"))
                    .isEqualTo(31);
            assertThat(number(test, "select observations from observation_last where datastream_id = 1"))
                    .isEqualTo(31);
            assertThat(number(test, "select count(*) from observation where datastream_id = 2"))
                    .isEqualTo(100);
            assertThat(days(test)).isEqualTo(99);
            assertThat(rules.removals(10)).singleElement().satisfies(r -> {
                assertThat(r.before()).isEqualTo(CUT);
                assertThat(r.count()).isEqualTo(69);
                assertThat(r.what()).isEqualTo(What.OBSERVATIONS);
                assertThat(r.reason()).isEqualTo("§ 5 Satzung");
                assertThat(r.at()).isEqualTo(NOW);
            });
            assertThat(emptied).isEmpty();
        }
    }

    private static long days(TestDatabase test) throws SQLException {
        return number(test, "select count(*) from rollup where datastream_id = 1 and span = 1440");
    }

    /** Otherwise one late report would overwrite the means of a time whose observations are gone. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void aLateReportHarmsNoMeansOfATimeThatIsGone(Kind kind) throws SQLException {
        try (var test = city(kind)) {
            new RetentionRules(test.database()).set(NOISE, 30, 0, "§ 5");
            store(test, NOISE, NOW.minus(Duration.ofDays(60)), 61);
            run(test);
            var late = Instant.parse("2026-10-01T12:05:00Z");
            var rollups = new RollupService(test.database(), Clock.fixed(NOW, ZoneOffset.UTC));
            var before = rollups.list(NOISE, Span.DAY, Instant.EPOCH, NOW, 1_000);

            store(test, NOISE, late, 1);
            rollups.follow();

            assertThat(rollups.list(NOISE, Span.DAY, Instant.EPOCH, NOW, 1_000)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aSeriesThatIsAllTooOldIsEmptyAfterwards(Kind kind) throws SQLException {
        try (var test = city(kind)) {
            new RetentionRules(test.database()).set(NOISE, 30, 40, "§ 5");
            store(test, NOISE, Instant.parse("2026-08-01T10:00:00Z"), 31);

            run(test);

            assertThat(test.count("observation")).isZero();
            assertThat(test.count("observation_last")).isZero();
            assertThat(test.count("rollup")).isZero();
            assertThat(emptied).containsExactly((long) NOISE);
            var removals = new RetentionRules(test.database()).removals(10);
            assertThat(removals).extracting(Removal::what).containsOnlyOnce(What.ROLLUPS);
            assertThat(removals.stream()
                            .filter(r -> r.what() == What.OBSERVATIONS)
                            .mapToLong(Removal::count)
                            .sum())
                    .isEqualTo(31);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theRecordShowsWhenSomebodyChangedIt(Kind kind) throws SQLException {
        try (var test = city(kind)) {
            var rules = new RetentionRules(test.database());
            rules.set(NOISE, 30, 0, "§ 5");
            rules.set(WATER, 10, 0, "§ 6");
            store(test, NOISE, NOW.minus(Duration.ofDays(60)), 61);
            store(test, WATER, NOW.minus(Duration.ofDays(60)), 61);
            run(test);
            assertThat(rules.removals(10)).hasSizeGreaterThan(1);
            assertThat(rules.isIntact()).isTrue();

            test.database().inTransaction(c -> {
                try (var statement = c.createStatement()) {
                    return statement.executeUpdate("update retention_removal set amount = 1 where id = 1");
                }
            });

            assertThat(rules.isIntact()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aRuleNeedsAReasonAndSensibleDays(Kind kind) throws SQLException {
        try (var test = city(kind)) {
            var rules = new RetentionRules(test.database());

            assertThatThrownBy(() -> rules.set(NOISE, 30, 0, " ")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rules.set(NOISE, 30, 10, "§")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rules.set(NOISE, 0, 10, "§")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> rules.set(NOISE, -1, 0, "§")).isInstanceOf(IllegalArgumentException.class);
            assertThat(rules.set(99, 1, 0, "§")).isFalse();
            assertThat(rules.set(NOISE, 1, 2, " § 5 ")).isTrue();
            assertThat(rules.set(NOISE, 3, 0, "§ 6")).isTrue();
            assertThat(rules.rules())
                    .filteredOn(r -> r.observedProperty() == NOISE)
                    .singleElement()
                    .satisfies(r -> assertThat(r.reason() + r.rawDays()).isEqualTo("§ 63"));
        }
    }
}
