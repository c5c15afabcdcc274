package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without this a platform in which drivers are changed every day would have to be restarted every month. */
@Timeout(180)
class LeakTest {

    private static final int CYCLES = 1_000;

    private final TestPlatform test = new TestPlatform(Kind.H2);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void aThousandTimesOffAndOnLeavesNoThreadAndNoInstance() {
        for (int i = 0; i < CYCLES; i++) {
            var driver = new CountedDriver("a");
            test.host.bind("a", driver);
            if (i % 10 == 0) {
                eventually("open", () -> driver.opened.get() == 1);
            }
            test.host.unbind("a", driver);
            assertThat(driver.closed.get()).isEqualTo(driver.opened.get());
        }

        assertThat(test.host.instances().instances()).isEmpty();
        assertThat(test.host.host().abandoned()).isEmpty();
        eventually("its threads have ended", () -> lanes() == 0);
    }

    private static long lanes() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sensors-driver-"))
                .count();
    }
}
