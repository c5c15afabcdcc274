package de.einsnull.sensors.trees;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Roles;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the list of trees onto the staff's desk while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class TreesMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /**
     * Registers the entry.
     *
     * @param context of this bundle
     */
    @Activate
    public TreesMenu(BundleContext context) {
        var entry = new MenuEntry(Place.STAFF, 130, TreesPage.PATH, "trees.title", "tree", Roles.STAFF);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
