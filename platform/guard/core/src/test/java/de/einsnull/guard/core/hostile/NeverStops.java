package de.einsnull.guard.core.hostile;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Waits in its stop for something that never comes, whatever it is told. */
public final class NeverStops implements BundleActivator {
    @Override
    public void start(BundleContext context) {}

    @Override
    public void stop(BundleContext context) {
        var never = new CountDownLatch(1);
        while (Boolean.getBoolean("de.einsnull.guard.test.hang")) {
            try {
                never.await(1, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                // this is what makes it hostile
                continue;
            }
        }
    }
}
