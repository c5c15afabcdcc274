package de.einsnull.portal.map;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Access;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the city map into the menu while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class MapMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /**
     * Registers the entry.
     *
     * @param context of this bundle
     */
    @Activate
    public MapMenu(BundleContext context) {
        var entry = new MenuEntry(Place.CITIZEN, 200, MapPage.PATH, "map.title", "map", Access.PUBLIC);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
