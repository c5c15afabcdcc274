package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.sensors.api.DeviceCommands;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Puts the commands of devices on the desk of those who may give them, while this bundle runs. */
@Component(service = {})
public final class CommandsMenu {

    private final ServiceRegistration<MenuEntry> registration;

    /**
     * Registers the entry.
     *
     * @param context of this bundle
     */
    @Activate
    public CommandsMenu(BundleContext context) {
        var entry =
                new MenuEntry(Place.STAFF, 240, CommandsPage.PATH, "command.title", "device", DeviceCommands.OPERATOR);
        registration = context.registerService(MenuEntry.class, entry, null);
    }

    @Deactivate
    void close() {
        registration.unregister();
    }
}
