package de.einsnull.bus.artemis.watch;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.artemis.broker.EmbeddedBroker.DoorState;
import de.einsnull.bus.artemis.settings.Door;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

/** Without these, the operator would not learn that the bus is in trouble, or what to do. */
class BusHealthCheckTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void aWorkingBusIsFine() {
        assertThat(judge(state(false, true, false, 0, 1_000, Map.of())).getStatus())
                .isEqualTo(Result.Status.OK);
    }

    @Test
    void startingIsNotFailing() {
        assertThat(judge(BusState.STARTING).getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void aBrokerThatIsAwayIsCriticalWithCauseAndAdvice() {
        var external = judge(state(true, false, false, -1, -1, Map.of()));
        assertThat(external.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(external.toString()).contains("gone fishing").contains("external.*");
        assertThat(judge(state(false, false, false, -1, 1_000, Map.of())).getStatus())
                .isEqualTo(Result.Status.CRITICAL);
    }

    @Test
    void deadLettersAndAClosedDoorAndAStuckGroupWarnAndTheRestGoesOn() {
        var dead = judge(state(false, true, false, 3, 1_000, Map.of()));
        assertThat(dead.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(dead.toString()).contains("3 messages", "/de/verwaltung/nachrichten", "/api/bus/dead-letters");
        var stuck = judge(state(false, true, false, 0, 1_000, Map.of("knowledge.indexer", Duration.ofMinutes(5))));
        assertThat(stuck.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(stuck.toString()).contains("knowledge.indexer").contains("300 s");
        var closed = judge(state(false, true, true, 0, 1_000, Map.of()));
        assertThat(closed.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(closed.toString()).contains("port in use").contains("1883");
    }

    @Test
    void aFullDiskIsSaidBeforeItIsTooLate() {
        assertThat(judge(state(false, true, false, 0, 400, Map.of())).getStatus())
                .isEqualTo(Result.Status.WARN);
        var full = judge(state(false, true, false, 0, 100, Map.of()));
        assertThat(full.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(full.toString()).contains("Free some space");
    }

    private static Result judge(BusState state) {
        return BusHealthCheck.judge(state);
    }

    private static BusState state(
            boolean external, boolean up, boolean closedDoor, long dead, long freeMib, Map<String, Duration> stuck) {
        var door = new Door(Protocol.MQTT, "127.0.0.1", 1883, Optional.empty());
        return new BusState(
                external,
                up,
                up ? "" : "gone fishing",
                false,
                List.of(),
                dead,
                List.of(new DoorState(door, closedDoor ? "port in use" : "")),
                Map.of(),
                freeMib < 0 ? -1 : freeMib * MIB,
                256 * MIB,
                stuck);
    }
}
