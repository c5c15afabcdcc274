package de.einsnull.guard.core;

import de.einsnull.guard.api.Quarantine;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;

/** Which bundles are in quarantine, in memory and in the ledger. Thread-safe. */
final class Quarantines {

    private final Ledger ledger;
    private final Map<Long, Quarantine> now = new ConcurrentHashMap<>();

    /** From before a restart, of bundles that are not installed, or under another id because the cache was lost. */
    private final List<Quarantine> unmatched = new CopyOnWriteArrayList<>();

    Quarantines(Ledger ledger, Duration window) {
        this.ledger = ledger;
        ledger.read().forEach(one -> unmatched.add(Words.describe(one, window)));
    }

    /** Takes up a quarantine from before a restart. */
    Optional<Quarantine> resume(Bundle bundle) {
        for (var one : unmatched) {
            if (one.symbolicName().equals(bundle.getSymbolicName())
                    && one.version().equals(bundle.getVersion().toString())
                    && unmatched.remove(one)) {
                var here = new Quarantine(
                        bundle.getBundleId(),
                        one.symbolicName(),
                        one.version(),
                        one.since(),
                        one.kind(),
                        one.strikes(),
                        one.where(),
                        one.cause(),
                        one.stopped(),
                        one.german(),
                        one.english(),
                        one.sentence());
                put(here);
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }

    void put(Quarantine one) {
        now.put(one.bundleId(), one);
        ledger.write(one);
    }

    boolean has(long bundleId) {
        return now.containsKey(bundleId);
    }

    Optional<Quarantine> of(long bundleId) {
        return Optional.ofNullable(now.get(bundleId));
    }

    Optional<Quarantine> remove(long bundleId) {
        var one = Optional.ofNullable(now.remove(bundleId));
        one.ifPresent(ledger::delete);
        return one;
    }

    List<Quarantine> all() {
        return now.values().stream()
                .sorted(Comparator.comparing(Quarantine::since).reversed())
                .toList();
    }
}
