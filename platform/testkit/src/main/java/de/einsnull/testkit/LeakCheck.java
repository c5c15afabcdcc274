package de.einsnull.testkit;

import static de.einsnull.testkit.Eventually.eventually;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds threads that a test started and nobody ended. A module that leaves one behind is never unloaded: each update of it
 * costs the city a thread and all its classes. Begin before the module's first step, look after its last.
 */
public final class LeakCheck {

    /** The JDK starts these once for everybody and keeps them. */
    private static final Set<String> OF_THE_JDK =
            Set.of("Keep-Alive-Timer", "Common-Cleaner", "process reaper", "Attach Listener", "server-timer");

    private final Set<Thread> before;

    private LeakCheck(Set<Thread> before) {
        this.before = before;
    }

    /**
     * Remembers the threads that run now.
     *
     * @return the check
     */
    public static LeakCheck begin() {
        return new LeakCheck(Set.copyOf(Thread.getAllStackTraces().keySet()));
    }

    /**
     * Waits until no thread is left that was started since. Collects garbage meanwhile, because some threads end with the
     * object that owns them.
     *
     * @throws AssertionError if one is left after {@link Eventually#PATIENCE}; the message names it
     */
    public void nothingIsLeft() {
        eventually("the end of all threads of the test, names: " + left(), () -> {
            if (left().isEmpty()) {
                return true;
            }
            System.gc();
            return false;
        });
    }

    /**
     * Names of the threads that are left now.
     *
     * @return names, empty if there is none
     */
    public Set<String> left() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.isAlive() && !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                .collect(Collectors.toSet());
    }
}
