package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where this host is more patient than the real one, a driver passes its tests and fails in the city. */
class RecordingDriverContextTest {

    private final RecordingDriverContext host = new RecordingDriverContext("lora");
    private final Frame frame = new Frame("d", 1, 0, ByteBuffer.allocate(2), Instant.EPOCH);

    @Test
    void keepsWhatWasEmittedAndAnswersAsTold() {
        var report = new Report("d", 1, Instant.EPOCH, List.of());
        assertThat(host.emit(report)).isEqualTo(new Emit.Accepted());
        host.answerWith(new Emit.SlowDown(Duration.ofSeconds(1)));
        assertThat(host.emit(report)).isInstanceOf(Emit.SlowDown.class);
        assertThat(host.emitted()).containsExactly(report, report);
    }

    @Test
    void withoutADecoderNothingCanBeDecoded() throws Exception {
        assertThatThrownBy(() -> host.decode(frame))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.NO_CODEC));
        host.decodeWith(any -> List.of());
        assertThat(host.decode(frame)).isEmpty();
        assertThat(host.decoded()).hasSize(2);
    }

    @Test
    void onlyTheHostSaysWhatOnlyTheHostKnows() {
        host.status(DriverState.DEGRADED, DriverCause.TIMEOUT, "slow");
        assertThatThrownBy(() -> host.status(DriverState.STOPPED, DriverCause.NONE, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(host.statuses())
                .containsExactly(new RecordingDriverContext.Status(DriverState.DEGRADED, DriverCause.TIMEOUT, "slow"));
    }

    @Test
    void countsAndRemembers() {
        host.count("ignored", 2);
        host.count("ignored", 1);
        assertThat(host.counted("ignored")).isEqualTo(3);
        host.state().put("position", "42");
        assertThat(host.state().get("position")).contains("42");
        assertThatThrownBy(() -> host.state().put("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> host.state().put("x", "x".repeat(4_001))).isInstanceOf(IllegalArgumentException.class);
    }
}
