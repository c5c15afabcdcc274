package de.einsnull.testkit;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.guard.api.Quarantine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A guard that only remembers what was reported. */
public final class RecordedStrikes implements ModuleGuard {

    private final List<String> strikes = new CopyOnWriteArrayList<>();

    /** Kind and place of each report. */
    public List<String> strikes() {
        return strikes;
    }

    @Override
    public void strike(long bundleId, Kind kind, String where, Throwable cause) {
        strikes.add(kind + " " + where);
    }

    @Override
    public boolean isPlatform(long bundleId) {
        return false;
    }

    @Override
    public List<Quarantine> quarantined() {
        return List.of();
    }

    @Override
    public void release(long bundleId, String actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Account> accounts() {
        return List.of();
    }
}
