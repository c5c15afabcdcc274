package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.simulator.city.CityDay.Place;
import de.einsnull.sensors.simulator.device.Cast.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Car parks and single bays. */
final class ParkingRoles {

    private static final String MODEL = "nwave-nps405";
    private static final int BAYS_OF_AN_AREA = 15;
    private static final int BAYS_OF_A_ROW = 8;
    private static final double BAY = 5.8;

    private static final List<Area> AREAS = List.of(
            new Area("Marktplatz", Place.CENTRE, new Site(0, -9), 0),
            new Area("Bahnhof", Place.STATION, new Site(-150, 366), 17),
            new Area("Rathaus", Place.CENTRE, new Site(128, 104), 28),
            new Area("Vier-Jahreszeiten-Park", Place.PARK, new Site(345, -392), -8));

    private ParkingRoles() {}

    /**
     * Bays in two rows.
     *
     * @param turned degrees from east to north
     */
    private record Area(String name, Place place, Site middle, double turned) {}

    static List<Role> carParks() {
        return List.of(
                carPark(1, "Parkhaus Innenstadt", Place.CENTRE, 180, new Site(150, -196)),
                carPark(2, "Parkplatz am Bahnhof", Place.STATION, 96, new Site(-398, 316)),
                carPark(3, "Parkplatz am Park", Place.PARK, 240, new Site(560, -424)));
    }

    private static Role carPark(int number, String name, Place place, int capacity, Site site) {
        String id = "parken-" + number;
        var properties = Map.of("capacity", String.valueOf(capacity));
        return new Role(
                Registrations.mqtt(id, name, "", Kinds.CAR_PARK, "", site, properties),
                new CarPark(id, number, place, capacity));
    }

    static List<Role> bays() {
        var bays = new ArrayList<Role>();
        for (int area = 0; area < AREAS.size(); area++) {
            for (int bay = 0; bay < BAYS_OF_AN_AREA; bay++) {
                bays.add(bay(AREAS.get(area), area * BAYS_OF_AN_AREA + bay, bay));
            }
        }
        return bays;
    }

    private static Role bay(Area area, int number, int bay) {
        double along = (bay % BAYS_OF_A_ROW - (BAYS_OF_A_ROW - 1) / 2.0) * BAY;
        double across = bay < BAYS_OF_A_ROW ? -4.5 : 4.5;
        var site = area.middle().beside(along, across, area.turned());
        String devEui = Registrations.devEui(1, number + 1);
        String name = "Stellplatz " + area.name() + " " + (bay + 1);
        var properties = Map.of("accessible", String.valueOf(bay == 0));
        return new Role(
                Registrations.lorawan(devEui, MODEL, name, "", Kinds.PARKING_BAY, area.name(), site, properties),
                new ParkingBay(devEui, number, area.place()));
    }
}
