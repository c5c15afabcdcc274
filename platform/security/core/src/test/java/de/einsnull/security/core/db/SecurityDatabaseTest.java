package de.einsnull.security.core.db;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.security.core.TestHouse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityDatabaseTest {

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse();
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    /** Else half of a change would stay when the other half fails. */
    @Test
    void rollsBackWhatFails() throws Exception {
        assertThatThrownBy(() -> house.database.call(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("update audit_head set hash = 'changed'");
                    }
                    throw new SQLException("failed afterwards");
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(house.count("audit_head where hash = 'changed'")).isZero();
    }

    /** Else every page would take seconds while the database hangs. */
    @Test
    void waitsForASlowDatabaseOnceAndThenNotAtAll() {
        var hangs = new CountDownLatch(1);
        assertThatThrownBy(() -> house.database.call(connection -> waitFor(hangs)))
                .isInstanceOf(Unavailable.class);

        var start = System.nanoTime();
        assertThatThrownBy(() -> house.database.call(connection -> 1)).isInstanceOf(Unavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        assertThat(house.database.available()).isFalse();
        hangs.countDown();
        eventually("it is found again by itself", house.database::available);
    }

    /** Else a wrong argument would look like a failure of the database and keep everybody out for seconds. */
    @Test
    void passesOtherFailuresOn() {
        assertThatThrownBy(() -> house.database.call(connection -> {
                    throw new IllegalArgumentException("name: is taken");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(house.database.available()).isTrue();
    }

    @Test
    void saysThatThereIsNone() {
        house.lose();
        assertThat(house.database.available()).isFalse();
        assertThatThrownBy(() -> house.database.call(connection -> 1)).isInstanceOf(Unavailable.class);
        house.find();
        int answer = house.database.call(connection -> 1);
        assertThat(answer).isEqualTo(1);
    }

    private static int waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
