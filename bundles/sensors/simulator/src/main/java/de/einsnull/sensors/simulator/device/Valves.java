package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Irrigation valves of the demo city: they can be opened and closed. */
public final class Valves {

    /** Driver instance of the valves; the demo brings it. */
    public static final String INSTANCE = "demo-valves";

    private Valves() {}

    /**
     * The valves, the same in every run.
     *
     * @return three devices
     */
    public static List<DeviceRegistration> all() {
        return List.of(
                valve("ventil-1", "Bewässerungsventil Marktplatz", new Site(205, 96)),
                valve("ventil-2", "Bewässerungsventil Stadtpark", new Site(-84, 500)),
                valve("ventil-3", "Bewässerungsventil Bahnhof", new Site(-340, 318)));
    }

    private static DeviceRegistration valve(String id, String name, Site site) {
        return new DeviceRegistration(
                INSTANCE,
                id,
                "",
                name,
                "Gibt den Bäumen ringsum Wasser, wenn es jemand öffnet.",
                Kinds.OTHER,
                "Bewässerung",
                Optional.of(site.position()),
                true,
                "CC0-1.0",
                true,
                Map.of("demo", "true"));
    }
}
