package de.einsnull.sensors.core.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.core.FakeSurroundings;
import de.einsnull.sensors.core.framework.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these city IT would learn that a password is wrong only after it had taken the old settings away. */
@Timeout(60)
class TrialsTest {

    private static final String PID = "org.example.station";

    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final Trials trials = new Trials(surroundings, Clock.systemUTC(), Duration.ofSeconds(2));

    private void driver(Station station) {
        surroundings.onPropose(PID, properties -> {
            trials.bindDriver(station, properties);
            return "";
        });
    }

    @Test
    void aDriverThatAnswersWorksAndIsClosedAgain() {
        var station = new Station();
        driver(station);

        var result = trials.test(PID, Map.of("host", "wx", "service.pid", "x~1", "felix.fileinstall.filename", "f"));

        assertThat(result.works()).isTrue();
        assertThat(result.readings()).isEqualTo(1);
        assertThat(station.closed).isTrue();
        assertThat(surroundings.proposed()).as("nothing stays").isEmpty();
    }

    @Test
    void settingsAreTriedUnderAnotherName() {
        surroundings.onPropose(PID, properties -> {
            assertThat(properties).containsEntry("host", "wx").doesNotContainKeys("service.pid");
            assertThat(properties.get(SensorDriver.INSTANCE)).isEqualTo(properties.get(Surroundings.SCRATCH));
            assertThat(properties.get(SensorDriver.INSTANCE)).isNotEqualTo("weather");
            return "IllegalArgumentException: no such host";
        });

        var result = trials.test(PID, Map.of("host", "wx", "service.pid", "x~1", "sensors.instance", "weather"));

        assertThat(result.works()).isFalse();
        assertThat(result.cause()).isEqualTo(DriverCause.CONFIGURATION);
        assertThat(result.detail()).contains("no such host");
    }

    @Test
    void whatIsWrongIsSaidInTheWordsOfTheDriver() {
        var station = new Station();
        station.refusal = new DriverException(DriverCause.AUTHENTICATION, "the station refuses the password");
        driver(station);

        var result = trials.test(PID, Map.of());

        assertThat(result.cause()).isEqualTo(DriverCause.AUTHENTICATION);
        assertThat(result.detail()).isEqualTo("the station refuses the password");
        assertThat(station.closed).isTrue();
    }

    @Test
    void aDriverThatHangsIsGivenUpInTime() {
        var station = new Station();
        station.until = new CountDownLatch(1);
        driver(station);

        var result = trials.test(PID, Map.of());

        assertThat(result.cause()).isEqualTo(DriverCause.TIMEOUT);
        assertThat(result.took()).isLessThan(Duration.ofSeconds(10));
        station.until.countDown();
    }

    @Test
    void whatIsNoDriverCannotBeTried() {
        assertThat(trials.supports("org.example.page")).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> trials.test("org.example.page", Map.of()));
    }

    private static final class Station implements Polled {

        private volatile DriverContext context;
        private volatile boolean closed;
        private volatile DriverException refusal;
        private volatile CountDownLatch until = new CountDownLatch(0);

        @Override
        public DriverDescription describe() {
            return new DriverDescription("Station", List.of());
        }

        @Override
        public Duration interval() {
            return Duration.ofMinutes(10);
        }

        @Override
        public void open(DriverContext given) throws DriverException {
            context = given;
            if (refusal != null) {
                throw refusal;
            }
        }

        @Override
        public void poll() {
            while (until.getCount() > 0) {
                Thread.onSpinWait();
            }
            context.emit(new Report("d", 1, Instant.EPOCH, List.of(new Reading("n", 1, "1", Instant.EPOCH))));
        }

        @Override
        public void close(CloseReason reason) {
            closed = true;
        }
    }
}
