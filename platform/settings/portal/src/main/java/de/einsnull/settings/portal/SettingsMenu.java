package de.einsnull.settings.portal;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Roles;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the settings into the administration while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class SettingsMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /**
     * Registers the entry.
     *
     * @param context of this bundle
     */
    @Activate
    public SettingsMenu(BundleContext context) {
        var entry = new MenuEntry(Place.ADMIN, 120, SettingsPage.PATH, "settings.title", "settings", Roles.ADMIN);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
