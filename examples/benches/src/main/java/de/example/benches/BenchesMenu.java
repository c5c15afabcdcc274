package de.example.benches;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Access;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the page into the main menu while this module runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class BenchesMenu {

    private final ServiceRegistration<MenuEntry> registration;

    @Activate
    public BenchesMenu(BundleContext context) {
        var entry = new MenuEntry(Place.CITIZEN, 460, BenchesPage.PATH, "benches.title", "tree", Access.PUBLIC);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
