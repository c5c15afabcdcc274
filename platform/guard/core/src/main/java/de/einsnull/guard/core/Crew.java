package de.einsnull.guard.core;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that a bundle left behind. */
final class Crew {

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private Crew() {}

    /**
     * Threads that are the bundle's own or execute its code.
     *
     * @param byStack whether code counts too; not while a newer version of the same bundle runs
     */
    static List<Thread> of(BundleCode code, boolean byStack) {
        var found = new ArrayList<Thread>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.isAlive()
                    && thread != Thread.currentThread()
                    && (code.owns(thread) || (byStack && code.isIn(stack)))) {
                found.add(thread);
            }
        });
        return found;
    }

    /**
     * Ends threads that do nothing but execute the bundle's code. A thread that waits or is inside another bundle is left
     * alone: there, ending it could break what others use. Java machines from 20 on cannot do it; then the threads go on
     * until the platform is restarted.
     */
    @SuppressWarnings({"deprecation", "removal"})
    static void end(BundleCode code, List<Thread> threads) {
        for (var thread : threads) {
            if (thread.getState() == Thread.State.RUNNABLE && code.isOnTop(thread.getStackTrace())) {
                try {
                    thread.stop();
                    LOG.warn(
                            "The thread {} looped in {}, which was stopped, and is ended",
                            thread.getName(),
                            code.name());
                } catch (UnsupportedOperationException e) {
                    LOG.warn(
                            "The thread {} loops in {} until the platform is restarted", thread.getName(), code.name());
                }
            }
        }
    }
}
