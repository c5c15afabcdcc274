package de.einsnull.sensors.core.operation;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these an operator would not learn why values are missing and what to do. */
@Timeout(60)
class SensorsHealthTest {

    @Test
    void allIsWellWithoutDrivers() {
        try (var test = new TestPlatform(Kind.H2)) {
            assertThat(check(test).isOk()).isTrue();
        }
    }

    @Test
    void aDriverThatIsOfflineIsAWarningWithItsCause() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.host.bind("gateway", new Unreachable());

            // Between two trials it is opening for a moment, so that only one and the same answer is looked at.
            eventually("told", () -> {
                var result = check(test);
                return result.getStatus() == Result.Status.WARN
                        && result.toString().matches("(?s).*gateway.*COMMUNICATION.*does not answer.*");
            });
        }
    }

    @Test
    void aDatabaseThatIsAwayIsCritical() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            test.database.setDown(true);
            test.bus.send("sensors/ingest/a", "{\"d\":\"d\",\"s\":1,\"r\":\"2026-11-24T12:00:00Z\",\"o\":[]}");

            eventually("told", () -> check(test).getStatus() == Result.Status.CRITICAL);
            assertThat(check(test).toString()).contains("bring the database back");
            test.database.setDown(false);
            eventually("well again", () -> check(test).isOk());
        }
    }

    @Test
    void thePlatformIsNotReadyBeforeItsDriversListen() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            var slow = new Slow();
            test.host.bind("gateway", slow);

            assertThat(check(test).getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
            assertThat(check(test).toString()).contains("gateway does not listen yet");
            slow.gate.countDown();
            eventually("ready", () -> check(test).isOk());
        }
    }

    @Test
    void aDriverThatNeverOpensDoesNotHoldUpThePlatform() throws Exception {
        try (var test = new TestPlatform(Kind.H2)) {
            var slow = new Slow();
            test.host.bind("gateway", slow);

            eventually("given up", () -> check(test).getStatus() == Result.Status.WARN);
            slow.gate.countDown();
        }
    }

    private static Result check(TestPlatform test) {
        return new SensorsHealth(test.host.host(), test.codecs.codecs(), test.ingest.ingest()).execute();
    }

    private static final class Slow implements SensorDriver {

        private final CountDownLatch gate = new CountDownLatch(1);

        @Override
        public DriverDescription describe() {
            return new DriverDescription("Test", List.of());
        }

        @Override
        public void open(DriverContext context) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close(CloseReason reason) {}
    }

    private static final class Unreachable implements SensorDriver {

        @Override
        public DriverDescription describe() {
            return new DriverDescription("Test", List.of());
        }

        @Override
        public void open(DriverContext context) throws DriverException {
            throw new DriverException(DriverCause.COMMUNICATION, "the gateway does not answer");
        }

        @Override
        public void close(CloseReason reason) {}
    }
}
