package de.einsnull.guard.core.hostile;

import java.util.Timer;
import java.util.TimerTask;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Leaves a timer behind that is idle whenever one looks: no class of the module is on its stack. */
public final class LeavesTimer implements BundleActivator {

    private static final long LONG_IN_MS = 60_000;

    @Override
    public void start(BundleContext context) {
        new Timer("hostile-timer", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                // ticks
                            }
                        },
                        LONG_IN_MS,
                        LONG_IN_MS);
    }

    @Override
    public void stop(BundleContext context) {}
}
