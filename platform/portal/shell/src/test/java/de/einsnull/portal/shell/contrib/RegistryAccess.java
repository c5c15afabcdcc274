package de.einsnull.portal.shell.contrib;

import de.einsnull.portal.api.DemoNotice;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.api.StartWidget;
import java.time.Clock;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Does what the component runtime does, for tests in other packages. */
public final class RegistryAccess {

    private RegistryAccess() {}

    public static Contributors contributors(BundleContext context, Resources shell, Clock clock) {
        return new Contributors(context, shell, clock);
    }

    public static Registry registry(Contributors contributors, Clock clock) {
        return new Registry(contributors, clock);
    }

    public static void add(Registry registry, PortalPage page, ServiceReference<PortalPage> reference) {
        registry.addPage(page, reference);
    }

    public static void removePage(Registry registry, ServiceReference<PortalPage> reference) {
        registry.removePage(reference);
    }

    public static void add(Registry registry, MenuEntry entry, ServiceReference<MenuEntry> reference) {
        registry.addEntry(entry, reference);
    }

    public static void removeEntry(Registry registry, ServiceReference<MenuEntry> reference) {
        registry.removeEntry(reference);
    }

    public static void add(Registry registry, StartWidget widget, ServiceReference<StartWidget> reference) {
        registry.addWidget(widget, reference);
    }

    public static void add(Registry registry, DemoNotice notice, ServiceReference<DemoNotice> reference) {
        registry.addNotice(notice, reference);
    }

    public static void removeNotice(Registry registry, ServiceReference<DemoNotice> reference) {
        registry.removeNotice(reference);
    }
}
