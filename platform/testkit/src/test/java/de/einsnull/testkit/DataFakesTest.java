package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.CityEvent;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Stand-ins that allow what the platform refuses would let a module pass its tests and fail in a city. */
class DataFakesTest {

    private static final CityEvent EVENT = CityEvent.of(URI.create("/t"), "t.t.v1", "", Instant.EPOCH, "{}");

    @Test
    void theOutboxRemembersAndRefusesLikeTheRealOne() throws Exception {
        var outbox = new RecordedOutbox();

        outbox.append(connection(false), EVENT);
        assertThat(outbox.events()).containsExactly(EVENT);
        assertThat(outbox.pending()).isEqualTo(1);
        assertThatThrownBy(() -> outbox.append(connection(true), EVENT)).isInstanceOf(IllegalStateException.class);

        outbox.refuses();
        assertThatThrownBy(() -> outbox.append(connection(false), EVENT)).isInstanceOf(SQLException.class);
        assertThat(outbox.events()).hasSize(1);
    }

    @Test
    void anEventIsNewOnceForEachGroup() {
        var seen = new SeenEvents();

        assertThat(seen.markFirst(connection(false), "a", "1")).isTrue();
        assertThat(seen.markFirst(connection(false), "a", "1")).isFalse();
        assertThat(seen.markFirst(connection(false), "b", "1")).isTrue();
    }

    private static Connection connection(boolean autoCommit) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> autoCommit);
    }
}
