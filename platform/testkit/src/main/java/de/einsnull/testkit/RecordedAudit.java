package de.einsnull.testkit;

import de.einsnull.security.api.AuditTrail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An audit trail in memory, in the order in which things were done. Safe for use by several threads. */
public final class RecordedAudit implements AuditTrail {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(String actor, String action, String object, boolean success) {
        entries.add(new Entry(Instant.EPOCH, actor, action, object, success));
    }

    @Override
    public List<Entry> newest(int limit) {
        var newestFirst = new ArrayList<>(entries);
        Collections.reverse(newestFirst);
        return newestFirst.stream().limit(limit).toList();
    }

    /**
     * What was recorded.
     *
     * @return oldest first, in the form {@code actor action object success}: {@code "ada device.removed lorawan/1 true"}
     */
    public List<String> lines() {
        return entries.stream()
                .map(entry -> entry.actor() + " " + entry.action() + " " + entry.object() + " " + entry.success())
                .toList();
    }

    /**
     * Codes of what was done.
     *
     * @return oldest first
     */
    public List<String> actions() {
        return entries.stream().map(Entry::action).toList();
    }
}
