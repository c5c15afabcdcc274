package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.DeviceRegistration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Registrations of demo devices: open data, marked as made up. */
final class Registrations {

    private static final String LICENCE = "CC0-1.0";

    private Registrations() {}

    static DeviceRegistration lorawan(
            String devEui,
            String model,
            String name,
            String description,
            String kind,
            String group,
            Site site,
            Map<String, String> properties) {
        var all = new HashMap<>(properties);
        all.put("demo", "true");
        return new DeviceRegistration(
                Cast.LORAWAN,
                devEui,
                model,
                name,
                description,
                kind,
                group,
                Optional.of(site.position()),
                true,
                LICENCE,
                true,
                all);
    }

    static DeviceRegistration mqtt(
            String id,
            String name,
            String description,
            String kind,
            String group,
            Site site,
            Map<String, String> properties) {
        var all = new HashMap<>(properties);
        all.put("demo", "true");
        return new DeviceRegistration(
                Cast.MQTT,
                id,
                "",
                name,
                description,
                kind,
                group,
                Optional.of(site.position()),
                true,
                LICENCE,
                true,
                all);
    }

    /** A device EUI of the range that its second-lowest bit marks as locally administered. */
    static String devEui(int family, int number) {
        return String.format(Locale.ROOT, "02DE59302%03X%04X", family, number);
    }
}
