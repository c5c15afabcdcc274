package de.einsnull.guard.core.hostile;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Has a thread that counts for ever. */
public final class Loops implements BundleActivator {
    private long count;

    @Override
    public void start(BundleContext context) {
        var thread = new Thread(this::loop, "hostile-loop");
        thread.setDaemon(true);
        thread.start();
    }

    private void loop() {
        while (count >= 0) {
            count = (count + 1) & Long.MAX_VALUE;
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
