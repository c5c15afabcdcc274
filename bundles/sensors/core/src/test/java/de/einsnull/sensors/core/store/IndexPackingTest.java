package de.einsnull.sensors.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.core.TestDatabase;
import de.einsnull.sensors.core.TestDatabase.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Without these a city would pay for a third more storage than its observations need. */
class IndexPackingTest {

    private static final Instant MONTH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final String INDEX =
            "select pg_relation_size('observation_2026_03_datastream_id_phenomenon_time_idx')";

    private static void fill(TestDatabase test) throws SQLException {
        for (int step = 0; step < 20; step++) {
            var batch = new ArrayList<Observation>();
            for (int n = 0; n < 1_000; n++) {
                var time = MONTH.plus(Duration.ofMinutes(15L * (step * 5 + n % 5)));
                batch.add(new Observation(1 + n / 5, time, time, 0, Value.of(n)));
            }
            test.database().observations().prepare(batch);
            test.database().inTransaction(c -> test.database().observations().store(c, batch));
        }
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

    @Test
    void aMonthThatIsOverTakesNoMoreThanItNeeds() throws SQLException {
        try (var test = new TestDatabase(Kind.POSTGRESQL)) {
            fill(test);
            long before = number(test, INDEX);
            var packing = new IndexPacking(test.database());

            assertThat(packing.pack(MONTH.plus(Duration.ofDays(20)))).isZero();
            assertThat(packing.pack(MAY)).isEqualTo(1);

            assertThat(number(test, INDEX)).isLessThan(before * 9 / 10).isLessThan(20_000 * 30);
            assertThat(number(test, "select pg_total_relation_size('observation_2026_03')"))
                    .isLessThan(20_000 * 105);
            assertThat(packing.pack(MAY)).isZero();
            assertThat(test.count("observation")).isEqualTo(20_000);
        }
    }

    @Test
    void h2HasNothingToPack() throws SQLException {
        try (var test = new TestDatabase(Kind.H2)) {
            assertThat(new IndexPacking(test.database()).pack(MAY)).isZero();
        }
    }
}
