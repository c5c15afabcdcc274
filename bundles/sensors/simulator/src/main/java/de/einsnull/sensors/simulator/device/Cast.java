package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.DeviceRegistration;
import java.util.ArrayList;
import java.util.List;

/** All devices of the demo city. */
public final class Cast {

    /** Driver instance that hears the LoRaWAN devices: the one that every installation has. */
    public static final String LORAWAN = "lorawan";

    /** Driver instance that hears the MQTT devices; the demo brings it. */
    public static final String MQTT = "demo-mqtt";

    private Cast() {}

    /**
     * A device and what it plays.
     *
     * @param registration how it is registered
     * @param script what it says
     */
    public record Role(DeviceRegistration registration, Script script) {}

    /**
     * The devices of the demo city, the same in every run.
     *
     * @return 107 devices
     */
    public static List<Role> all() {
        var all = new ArrayList<Role>();
        all.addAll(ParkingRoles.carParks());
        all.addAll(ParkingRoles.bays());
        all.addAll(OtherRoles.chargingPoints());
        all.addAll(OtherRoles.weatherStations());
        all.addAll(OtherRoles.counters());
        all.addAll(OtherRoles.trees());
        return List.copyOf(all);
    }
}
