package de.einsnull.data.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    /** Else a module would stay down for good because its database was restarted during the migration. */
    @ParameterizedTest
    @CsvSource({"08006, true", "57P01, true", "53300, true", "40001, true", "42601, false", "23505, false", ", false"})
    void tellsWhatPassesFromWhatNeedsAPerson(String state, boolean passes) {
        var failure = new IllegalStateException("Migration failed", new SQLException("cause", state));
        assertThat(Failures.passes(failure)).isEqualTo(passes);
    }

    @Test
    void takesAProgrammingErrorForLasting() {
        assertThat(Failures.passes(new IllegalStateException("bug"))).isFalse();
    }

    /** Else the operator would read "Migration failed" and no reason. */
    @Test
    void saysTheRootCauseInOneLine() {
        var failure = new IllegalStateException("outer", new SQLException("syntax error\n  at line 3"));
        assertThat(Failures.reason(failure)).isEqualTo("syntax error at line 3");
        assertThat(Failures.reason(new IllegalStateException("bug"))).isEqualTo("IllegalStateException: bug");
    }
}
