package de.einsnull.bus.artemis.watch;

import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.artemis.broker.EmbeddedBroker.DoorState;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The bus as it was a few seconds ago.
 *
 * @param external whether the broker is an external one
 * @param connected whether it is reachable
 * @param problem why it is not, or empty
 * @param starting whether that is because it starts
 * @param groups durable groups
 * @param deadLetters number of dead letters, -1 if unknown
 * @param doors doors that should be open
 * @param connections connections by door
 * @param freeBytes free space for the journal, -1 if that is not ours
 * @param minFreeBytes below this the broker takes nothing
 * @param stuck groups whose receiver has been busy with one batch for very long
 */
record BusState(
        boolean external,
        boolean connected,
        String problem,
        boolean starting,
        List<Group> groups,
        long deadLetters,
        List<DoorState> doors,
        Map<String, Integer> connections,
        long freeBytes,
        long minFreeBytes,
        Map<String, Duration> stuck) {

    static final BusState STARTING = new BusState(
            false, false, "the bus is starting", true, List.of(), -1, List.of(), Map.of(), -1, -1, Map.of());
}
