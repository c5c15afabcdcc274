package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Roles;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts alerts, tasks and rules onto the staff's desk while this bundle runs. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class RulesMenu {

    private final List<ServiceRegistration<MenuEntry>> registrations;

    /**
     * Registers the entries.
     *
     * @param context of this bundle
     */
    @Activate
    public RulesMenu(BundleContext context) {
        registrations = Stream.of(
                        new MenuEntry(Place.STAFF, 110, AlertsPage.PATH, "alerts.title", "bell", Roles.STAFF),
                        new MenuEntry(Place.STAFF, 120, TasksPage.PATH, "tasks.title", "tools", Roles.STAFF),
                        new MenuEntry(Place.STAFF, 230, RulesPage.PATH, "rules.title", "filter", Roles.STAFF))
                .map(entry -> context.registerService(MenuEntry.class, entry, null))
                .toList();
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
