package de.einsnull.sensors.parking;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Roles;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts guidance into the menu and planning onto the desk while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class ParkingMenu {

    private final List<ServiceRegistration<MenuEntry>> registrations;

    /**
     * Registers the entries.
     *
     * @param context of this bundle
     */
    @Activate
    public ParkingMenu(BundleContext context) {
        registrations = Stream.of(
                        new MenuEntry(
                                Place.CITIZEN, 260, GuidancePage.PATH, "guidance.title", "parking", Access.PUBLIC),
                        new MenuEntry(Place.STAFF, 150, PlanningPage.PATH, "planning.title", "chart", Roles.STAFF))
                .map(entry -> context.registerService(MenuEntry.class, entry, null))
                .toList();
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
