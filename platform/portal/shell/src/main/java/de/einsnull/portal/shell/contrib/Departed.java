package de.einsnull.portal.shell.contrib;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Remembers pages whose bundle stopped, so that a visitor reads "not available right now" instead of "no such page". A
 * page of an uninstalled bundle is forgotten after two minutes: until then it may be an update. Thread-safe.
 */
final class Departed {

    private static final int MOST = 256;
    private static final Duration UPDATE_TAKES_AT_MOST = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Gone> pages = new LinkedHashMap<>();

    private record Gone(Instant since, BooleanSupplier uninstalled) {}

    Departed(Clock clock) {
        this.clock = clock;
    }

    synchronized void left(String path, BooleanSupplier uninstalled) {
        pages.remove(path);
        pages.put(path, new Gone(clock.instant(), uninstalled));
        Iterator<String> oldest = pages.keySet().iterator();
        while (pages.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void cameBack(String path) {
        pages.remove(path);
    }

    /** Whether the page at a path, or one that it stood below, may come back. */
    synchronized boolean contains(String asked) {
        return pages.entrySet().stream()
                .filter(entry -> new Page(entry.getKey(), "", 0, null, null).answersFor(asked))
                .anyMatch(entry -> mayComeBack(entry.getValue()));
    }

    private boolean mayComeBack(Gone gone) {
        return !gone.uninstalled.getAsBoolean() || clock.instant().isBefore(gone.since.plus(UPDATE_TAKES_AT_MOST));
    }
}
