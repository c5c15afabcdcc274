package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The difference between a bug and bad luck. */
class ExcusesTest {

    @Test
    void whatADatabaseOrNetworkDoesIsNoBugOfTheModule() {
        assertThat(Excuses.isOutside(new RuntimeException(new SQLException()))).isTrue();
        assertThat(Excuses.isOutside(new RuntimeException(new IOException()))).isTrue();
        assertThat(Excuses.isOutside(new NullPointerException())).isFalse();
        assertThat(Excuses.isOutside(new StackOverflowError())).isFalse();
        assertThat(Excuses.isOutside(null)).isFalse();
    }

    /** The exception is the module's own class and may be as hostile as the rest of it. */
    @Test
    void aHostileExceptionIsDescribedAllTheSame() {
        var hostile = new RuntimeException() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        assertThat(Excuses.describe(hostile)).contains("ExcusesTest");
        assertThat(Excuses.describe(new RuntimeException("x".repeat(10_000)))).hasSizeLessThan(400);
        assertThat(Excuses.describe(new RuntimeException("one\ntwo"))).doesNotContain("two");
        assertThat(Excuses.describe(null)).isEmpty();
    }
}
