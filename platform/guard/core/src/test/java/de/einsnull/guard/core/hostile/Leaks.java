package de.einsnull.guard.core.hostile;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Leaves a thread behind that waits for a minute. */
public final class Leaks implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        var thread = new Thread(
                () -> {
                    try {
                        new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "hostile-leak");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {}
}
