package de.einsnull.guard.core;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks now and then at who uses the processors. Only threads that used a noticeable share since the last look have their
 * stack read. Used by one thread.
 */
final class Processor {

    private static final double NOTICEABLE = 0.05;
    private static final double NANOS = 1e9;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Map<Long, Long> before = Map.of();
    private Map<Long, Busy> busy = Map.of();
    private long lookedAt = System.nanoTime();

    private record Busy(long bundle, double seconds) {}

    /** Takes what was seen. */
    interface Listener {
        /** A bundle used a processor for so many seconds. */
        void used(BundleCode code, double seconds);

        /** A thread of the bundle kept a processor busy for longer than the limit. */
        void looped(BundleCode code, String thread);
    }

    void look(Collection<BundleCode> codes, Duration limit, Listener listener) {
        long now = System.nanoTime();
        double passed = (now - lookedAt) / NANOS;
        lookedAt = now;
        var used = new HashMap<Long, Long>();
        var stillBusy = new HashMap<Long, Busy>();
        for (var thread : all()) {
            long time = threads.getThreadCpuTime(thread.getId());
            used.put(thread.getId(), time);
            double seconds = (time - before.getOrDefault(thread.getId(), time)) / NANOS;
            if (seconds < passed * NOTICEABLE) {
                continue;
            }
            // A loop runs whenever one looks; what is merely busy waits now and then.
            boolean runs = thread.getState() == Thread.State.RUNNABLE;
            var code = owner(thread, codes);
            if (code != null) {
                listener.used(code, seconds);
                if (runs) {
                    keep(thread, code, passed, limit, stillBusy, listener);
                }
            }
        }
        before = used;
        busy = stillBusy;
    }

    private void keep(
            Thread thread, BundleCode code, double passed, Duration limit, Map<Long, Busy> into, Listener listener) {
        var last = busy.get(thread.getId());
        double seconds = passed + (last != null && last.bundle() == code.bundleId() ? last.seconds() : 0);
        if (seconds >= limit.toMillis() / 1e3) {
            listener.looped(code, thread.getName());
            seconds = 0;
        }
        into.put(thread.getId(), new Busy(code.bundleId(), seconds));
    }

    private static BundleCode owner(Thread thread, Collection<BundleCode> codes) {
        for (var code : codes) {
            if (code.owns(thread)) {
                return code;
            }
        }
        // The innermost code of a module counts: what it calls in the JDK or the platform, it has asked for.
        for (var frame : thread.getStackTrace()) {
            for (var code : codes) {
                if (code.has(frame)) {
                    return code;
                }
            }
        }
        return null;
    }

    private static Thread[] all() {
        var root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        var threads = new Thread[root.activeCount() + 64];
        int count = root.enumerate(threads, true);
        return java.util.Arrays.copyOf(threads, count);
    }
}
