package de.einsnull.bus.artemis.watch;

import de.einsnull.health.api.CheckLog;
import de.einsnull.health.api.CheckWords;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Says how the bus is, why, and what to do. */
public final class BusHealthCheck implements HealthCheck {

    private static final CheckWords WORDS = CheckWords.of(BusHealthCheck.class);

    private static final long MIB = 1024 * 1024;

    private final BusWatch watch;

    /**
     * Creates the check.
     *
     * @param watch knows
     */
    public BusHealthCheck(BusWatch watch) {
        this.watch = watch;
    }

    @Override
    public Result execute() {
        return judge(watch.state());
    }

    static Result judge(BusState state) {
        var log = new CheckLog(WORDS);
        connection(state, log);
        disk(state, log);
        for (var door : state.doors()) {
            if (!door.problem().isEmpty()) {
                log.warn(
                        "check.door",
                        door.door().protocol(),
                        door.problem(),
                        String.valueOf(door.door().port()));
            }
        }
        if (state.deadLetters() > 0) {
            log.warn("check.letters", state.deadLetters());
        }
        state.stuck().forEach((group, busy) -> log.warn("check.stuck", group, busy.toSeconds()));
        return log.result();
    }

    private static void connection(BusState state, CheckLog log) {
        if (state.connected()) {
            log.good(
                    state.external() ? "check.connected.external" : "check.connected.embedded",
                    state.groups().size());
        } else if (state.starting()) {
            log.unavailable("check.starting", state.problem());
        } else if (state.external()) {
            log.critical("check.external.away", state.problem());
        } else {
            log.critical("check.embedded.away", state.problem());
        }
    }

    private static void disk(BusState state, CheckLog log) {
        if (state.freeBytes() < 0 || state.minFreeBytes() < 0) {
            return;
        }
        var free = state.freeBytes() / MIB;
        var min = state.minFreeBytes() / MIB;
        if (free < min) {
            log.critical("check.disk.critical", free, min);
        } else if (free < 2 * min) {
            log.warn("check.disk.low", free, min);
        }
    }
}
