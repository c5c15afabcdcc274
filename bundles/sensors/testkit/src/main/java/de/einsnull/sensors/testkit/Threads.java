package de.einsnull.sensors.testkit;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Which threads somebody left behind. */
final class Threads {

    private static final List<String> OF_THE_JDK = List.of(
            "ForkJoinPool.commonPool", "Common-Cleaner", "Keep-Alive-Timer", "process reaper", "fake-web-service");

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Set<Thread> before = running();

    private static Set<Thread> running() {
        return new HashSet<>(Thread.getAllStackTraces().keySet());
    }

    /** Waits until at most so many are left, and names those that are; a client of the JDK ends when it is collected. */
    List<String> leftAfter(Duration patience, int most) {
        long end = System.nanoTime() + patience.toNanos();
        while (left().size() > most && System.nanoTime() < end) {
            System.gc();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return left();
    }

    /** Names of the threads that were not there in the beginning and are not the JDK's own. */
    List<String> left() {
        return running().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                .sorted()
                .toList();
    }
}
