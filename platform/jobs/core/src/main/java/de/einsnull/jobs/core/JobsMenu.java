package de.einsnull.jobs.core;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.security.api.Roles;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the jobs into the administration while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class JobsMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /** Registers the entry. */
    @Activate
    public JobsMenu(BundleContext context) {
        var entry = new MenuEntry(MenuEntry.Place.ADMIN, 600, JobsPage.PATH, "jobs.title", "clock", Roles.ADMIN);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
