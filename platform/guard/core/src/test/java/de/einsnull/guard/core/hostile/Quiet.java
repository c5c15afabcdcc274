package de.einsnull.guard.core.hostile;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A module that does no harm. */
public final class Quiet implements BundleActivator {
    @Override
    public void start(BundleContext context) {}

    @Override
    public void stop(BundleContext context) {}
}
