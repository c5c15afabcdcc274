package de.einsnull.sensors.admin.retention;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Roles;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the page on how long what is kept into the administration while this bundle runs. */
@Component(service = {})
public final class RetentionMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /**
     * Registers the entry.
     *
     * @param context of this bundle
     */
    @Activate
    public RetentionMenu(BundleContext context) {
        var entry = new MenuEntry(Place.ADMIN, 145, RetentionPage.PATH, "retention.title", "clock", Roles.ADMIN);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
