package de.einsnull.bus.artemis.watch;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;

/** Says how the bus is, why, and what to do. */
public final class BusHealthCheck implements HealthCheck {

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
        var log = new FormattingResultLog();
        connection(state, log);
        disk(state, log);
        for (var door : state.doors()) {
            if (!door.problem().isEmpty()) {
                log.warn(
                        "The {} door is closed: {}. Nothing arrives through it. Free port {} or set another one (de.einsnull.bus).",
                        door.door().protocol(),
                        door.problem(),
                        door.door().port());
            }
        }
        if (state.deadLetters() > 0) {
            log.warn(
                    "{} messages could not be handled. Replay or discard them at /de/verwaltung/nachrichten (REST: /api/bus/dead-letters).",
                    state.deadLetters());
        }
        state.stuck()
                .forEach((group, busy) -> log.warn(
                        "Group {} has been busy with one batch for {} s; its messages wait. Restart its module if that does not end.",
                        group,
                        busy.toSeconds()));
        return new Result(log);
    }

    private static void connection(BusState state, FormattingResultLog log) {
        if (state.connected()) {
            log.info(
                    "Connected to the {} broker, {} groups.",
                    state.external() ? "external" : "embedded",
                    state.groups().size());
        } else if (state.starting()) {
            log.temporarilyUnavailable("The broker starts: {}.", state.problem());
        } else if (state.external()) {
            log.critical(
                    "The external broker is not reachable: {}. Check that it runs and the settings external.* of de.einsnull.bus; the connection comes back by itself.",
                    state.problem());
        } else {
            log.critical(
                    "The embedded broker does not run: {}. See the log; it is started again every few seconds.",
                    state.problem());
        }
    }

    private static void disk(BusState state, FormattingResultLog log) {
        if (state.freeBytes() < 0 || state.minFreeBytes() < 0) {
            return;
        }
        var free = state.freeBytes() / MIB;
        var min = state.minFreeBytes() / MIB;
        if (free < min) {
            log.critical(
                    "Only {} MiB are free on the disk of the bus, {} are needed: no message is taken. Free some space.",
                    free,
                    min);
        } else if (free < 2 * min) {
            log.warn(
                    "Only {} MiB are free on the disk of the bus; below {} no message is taken. Free some space.",
                    free,
                    min);
        } else {
            log.debug("{} MiB are free on the disk of the bus.", free);
        }
    }
}
