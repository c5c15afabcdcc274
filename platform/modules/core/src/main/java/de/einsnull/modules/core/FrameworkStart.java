package de.einsnull.modules.core;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until the platform's own bundles were started: modules use their packages and services. */
final class FrameworkStart {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkStart.class);
    private static final int LEVEL_OF_MODULES = 90;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String KARAF = "org.apache.karaf.features.FeaturesService";
    private static final String KARAF_IS_DONE = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final Semaphore never = new Semaphore(0);

    FrameworkStart(BundleContext context) {
        this.context = context;
    }

    /** Returns when the start is over, or after five minutes, for modules may be what the city needs most. */
    void await() throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!isOver() && System.nanoTime() < end) {
            if (never.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        if (!isOver()) {
            LOG.warn(
                    "The platform has not started completely within {} min; modules are started anyway",
                    LIMIT.toMinutes());
        }
    }

    private boolean isOver() {
        int level = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkStartLevel.class)
                .getStartLevel();
        boolean installed =
                context.getServiceReference(KARAF) == null || context.getServiceReference(KARAF_IS_DONE) != null;
        return level >= LEVEL_OF_MODULES && installed;
    }
}
