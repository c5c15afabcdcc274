package de.einsnull.testkit.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PortsTest {

    /** Two cities on one desk must not fight for 8080. */
    @Test
    void aBusyPortIsReplacedByAFreeOne() throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.preferably(busy.getLocalPort())).isPositive().isNotEqualTo(busy.getLocalPort());
        }
    }

    @Test
    void aWaitThatIsInVainSaysWhatForAndWhy() {
        assertThatThrownBy(() -> Waits.until("the bus", Duration.ofMillis(60), () -> {
                    throw new IllegalStateException("no driver");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the bus")
                .hasRootCauseMessage("no driver");
        assertThatThrownBy(() -> Waits.untilEqual("status", Duration.ofMillis(60), 200, () -> 404))
                .hasMessageContaining("404");
    }
}
