package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these a device that has to be asked would be asked once, or never again after it was away. */
@Timeout(60)
class PolledDriverTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final Station station = new Station();

    @BeforeEach
    void open() {
        test.register("wx", "d", "");
        test.host.bind("wx", station);
    }

    @AfterEach
    void close() {
        station.stuck = false;
        test.close();
    }

    @Test
    void itIsAskedAgainAndAgain() throws Exception {
        eventually("stored", () -> test.ledger("wx", Outcomes.STORED) >= 3);
        assertThat(test.host.status("wx").state()).isEqualTo(DriverState.ONLINE);
        assertThat(test.host.status("wx").backlog()).isEqualTo(-1);
    }

    @Test
    void afterAFailureItIsDegradedAndAskedAgain() throws Exception {
        station.failing = true;
        eventually("degraded", () -> test.host.is("wx", DriverState.DEGRADED));
        assertThat(test.host.status("wx").cause()).isEqualTo(DriverCause.COMMUNICATION);

        station.failing = false;

        eventually("online again", () -> test.host.is("wx", DriverState.ONLINE));
    }

    @Test
    void aPollThatHangsIsGivenUpAndTheDriverOpenedAgain() throws Exception {
        station.stuck = true;
        eventually("offline", () -> test.host.is("wx", DriverState.OFFLINE));
        assertThat(test.host.status("wx").cause()).isEqualTo(DriverCause.TIMEOUT);

        station.stuck = false;

        eventually("online again", () -> test.host.is("wx", DriverState.ONLINE));
        int before = station.polls.get();
        eventually("asked again", () -> station.polls.get() > before);
    }

    @Test
    void itIsNotAskedAfterItWasStopped() throws Exception {
        eventually("asked", () -> station.polls.get() > 0);

        test.host.unbind("wx", station);

        assertThat(station.closed).isTrue();
        assertThat(test.host.instances().instances()).isEmpty();
        assertThat(station.pollsAfterClose).hasValue(0);
    }

    private static final class Station implements Polled {

        private final AtomicInteger polls = new AtomicInteger();
        private final AtomicInteger pollsAfterClose = new AtomicInteger();
        private volatile boolean failing;
        private volatile boolean stuck;
        private volatile boolean closed;
        private volatile DriverContext context;

        @Override
        public DriverDescription describe() {
            return new DriverDescription("Station", List.of(Channel.number("n", "1", "urn:n")));
        }

        @Override
        public Duration interval() {
            return Duration.ofMillis(10);
        }

        @Override
        public void open(DriverContext given) {
            context = given;
            closed = false;
        }

        @Override
        public void poll() throws DriverException {
            if (closed) {
                pollsAfterClose.incrementAndGet();
            }
            while (stuck) {
                Thread.onSpinWait();
            }
            if (failing) {
                throw new DriverException(DriverCause.COMMUNICATION, "no answer");
            }
            int n = polls.incrementAndGet();
            var reading = new Reading("n", n, "1", Instant.now());
            context.emit(new Report("d", n, Instant.now(), List.of(reading)));
        }

        @Override
        public void close(CloseReason reason) {
            closed = true;
        }
    }
}
