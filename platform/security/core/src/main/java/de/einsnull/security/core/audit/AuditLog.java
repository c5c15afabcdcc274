package de.einsnull.security.core.audit;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes audit entries from a queue, so that nobody waits for the database. While it is away up to a thousand entries
 * wait; more, and those left at a stop, go to the log instead and are counted.
 */
@Component(service = {AuditTrail.class, AuditLog.class})
public final class AuditLog implements AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int QUEUE = 1_000;
    private static final int BATCH = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_OBJECT = 500;
    private static final long POLL_MILLIS = 200;
    private static final long RETRY_MILLIS = 1_000;
    private static final long STOP_MILLIS = 3_000;

    private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong logged = new AtomicLong();
    private final SecurityDatabase database;
    private final Clock clock;
    private final Thread writer;
    private final CountDownLatch stopping = new CountDownLatch(1);

    @Activate
    public AuditLog(@Reference SecurityDatabase database) {
        this(database, Clock.systemUTC());
    }

    public AuditLog(SecurityDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.writer = new Thread(this::write, "einsnull-audit");
        writer.setDaemon(true);
        writer.start();
    }

    @Deactivate
    public void stop() throws InterruptedException {
        stopping.countDown();
        writer.join(STOP_MILLIS);
        toLog(queue);
    }

    @Override
    public void record(String actor, String action, String object, boolean success) {
        var shown = object.length() > MAX_OBJECT ? object.substring(0, MAX_OBJECT) : object;
        var entry = new Entry(clock.instant(), actor, action, shown, success);
        if (!queue.offer(entry)) {
            toLog(List.of(entry));
        }
    }

    @Override
    public List<Entry> newest(int limit) {
        return database.call(connection -> AuditTable.newest(connection, Math.max(1, Math.min(MAX_LIMIT, limit))));
    }

    /** Entries that went to the log because the database was away for too long. */
    public long logged() {
        return logged.get();
    }

    private void write() {
        var batch = new ArrayList<Entry>();
        try {
            while (stopping.getCount() > 0) {
                var first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    store(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.drainTo(batch);
        lastAttempt(batch);
    }

    private void store(List<Entry> batch) throws InterruptedException {
        var again = true;
        while (again) {
            try {
                append(batch);
                return;
            } catch (Unavailable e) {
                LOG.debug("Audit entries wait for the database", e);
                again = !stopping.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void append(List<Entry> batch) {
        if (batch.isEmpty()) {
            return;
        }
        database.transact(connection -> {
            AuditTable.append(connection, batch);
            return null;
        });
        batch.clear();
    }

    private void lastAttempt(List<Entry> batch) {
        try {
            append(batch);
        } catch (Unavailable e) {
            LOG.debug("The database is away at the stop", e);
            toLog(batch);
        }
    }

    private void toLog(Iterable<Entry> entries) {
        for (var entry : entries) {
            logged.incrementAndGet();
            LOG.warn(
                    "audit {} {} by '{}' on '{}' success={}",
                    entry.at(),
                    entry.action(),
                    entry.actor(),
                    entry.object(),
                    entry.success());
        }
    }
}
