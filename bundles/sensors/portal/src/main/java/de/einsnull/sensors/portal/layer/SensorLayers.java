package de.einsnull.sensors.portal.layer;

import de.einsnull.portal.api.MapLayer;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.api.SensorDirectory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Puts the layers on the map and the list of sensors into the menu while there is a sensor directory. */
@Component(service = {})
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.portal.api.MapLayer,de.einsnull.portal.api.MenuEntry\"",
        effective = "active")
public final class SensorLayers {

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    /**
     * Registers layers and menu entry.
     *
     * @param context of this bundle
     * @param directory what is on the layers
     * @param states tells what values mean
     */
    @Activate
    public SensorLayers(BundleContext context, @Reference SensorDirectory directory, @Reference ThingStates states) {
        for (var spec : LayerSpec.all()) {
            var layer = new SensorLayer(spec, directory, states, Clock.systemUTC());
            registrations.add(context.registerService(MapLayer.class, layer, null));
        }
        var entry = new MenuEntry(Place.CITIZEN, 250, "sensoren", "sensors.title", "sensor", Access.PUBLIC);
        registrations.add(context.registerService(MenuEntry.class, entry, null));
    }

    @Deactivate
    void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
