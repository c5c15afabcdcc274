package de.einsnull.sensors.codec.js;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Looks at the threads of this machine. */
final class Threads {

    private Threads() {}

    /** Threads that are busy in a script, at most that long after they were told to end. */
    static long ofScripts(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        long busy = busy();
        while (busy > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
            busy = busy();
        }
        return busy;
    }

    private static long busy() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(one -> one.getKey().getName().equals("sensors-codec-script"))
                .filter(one -> java.util.Arrays.stream(one.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("io.roastedroot")))
                .count();
    }
}
