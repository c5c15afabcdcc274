package de.einsnull.sensors.simulator.device;

import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.simulator.device.Cast.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Charging points, weather stations, counters and trees. */
final class OtherRoles {

    private static final String MODEL = "dragino-lse01";
    private static final int BROKEN_POINT = 6;
    private static final List<String> SPECIES = List.of(
            "Linde", "Feldahorn", "Hainbuche", "Amberbaum", "Winterlinde", "Spitzahorn", "Zierkirsche", "Gleditschie");

    /** Young trees beside streets and in the park. */
    private static final List<Site> TREES = List.of(
            new Site(540, 214),
            new Site(264, 436),
            new Site(-84, 517),
            new Site(-445, 461),
            new Site(-640, 107),
            new Site(-511, -274),
            new Site(-251, -502),
            new Site(72, -499),
            new Site(622, -42),
            new Site(221, 88),
            new Site(-31, 193),
            new Site(-253, 85),
            new Site(-218, -155),
            new Site(28, -280),
            new Site(228, -167),
            new Site(420, -455),
            new Site(610, -560),
            new Site(300, -560),
            new Site(838, 85),
            new Site(-502, -612));

    private OtherRoles() {}

    static List<Role> chargingPoints() {
        var points = new ArrayList<Role>();
        addPoints(points, "Bahnhof", new Site(-352, 300), 11);
        addPoints(points, "Rathaus", new Site(108, 84), 22);
        addPoints(points, "Parkhaus Innenstadt", new Site(138, -212), 50);
        return points;
    }

    private static void addPoints(List<Role> points, String group, Site first, int power) {
        for (int i = 0; i < 4; i++) {
            int number = points.size() + 1;
            String id = "laden-" + number;
            var properties = Map.of("power_kw", String.valueOf(power));
            var site = first.beside(i * 7.0, 0, 14);
            points.add(new Role(
                    Registrations.mqtt(
                            id,
                            "Ladepunkt " + group + " " + (i + 1),
                            "",
                            Kinds.CHARGING_POINT,
                            group,
                            site,
                            properties),
                    new ChargingPoint(id, number, power, number == BROKEN_POINT)));
        }
    }

    static List<Role> weatherStations() {
        return List.of(
                weather(0, "Wetterstation Marktplatz", new Site(30, 44)),
                weather(1, "Wetterstation Vier-Jahreszeiten-Park", new Site(520, -500)),
                weather(2, "Wetterstation Nord", new Site(196, 560)),
                weather(3, "Wetterstation Süd", new Site(-120, -640)));
    }

    private static Role weather(int number, String name, Site site) {
        String id = "wetter-" + (number + 1);
        return new Role(
                Registrations.mqtt(id, name, "", Kinds.WEATHER, "", site, Map.of()), new WeatherStation(id, number));
    }

    static List<Role> counters() {
        return List.of(
                counter(1, "Zählstelle Oststraße", false, 150, new Site(468, 9)),
                counter(2, "Zählstelle Nordstraße", false, 190, new Site(137, 365)),
                counter(3, "Zählstelle Weststraße", false, 130, new Site(-496, 115)),
                counter(4, "Zählstelle Südstraße", false, 210, new Site(145, -410)),
                counter(5, "Zählstelle Mühlenstraße", false, 90, new Site(-304, -322)),
                counter(6, "Marktplatz Nord", true, 140, new Site(10, 34)),
                counter(7, "Bahnhof, Eingang", true, 180, new Site(-222, 372)),
                counter(8, "Park, Haupteingang", true, 70, new Site(392, -372)));
    }

    private static Role counter(int number, String name, boolean people, int busiest, Site site) {
        String id = "zaehler-" + number;
        var properties = Map.of("interval_minutes", String.valueOf(Counter.PAUSE.toMinutes()));
        String kind = people ? Kinds.PEOPLE_COUNTER : Kinds.TRAFFIC_COUNTER;
        return new Role(
                Registrations.mqtt(id, name, "", kind, "", site, properties), new Counter(id, number, people, busiest));
    }

    static List<Role> trees() {
        var trees = new ArrayList<Role>();
        for (int i = 0; i < TREES.size(); i++) {
            String devEui = Registrations.devEui(2, i + 1);
            String species = SPECIES.get(i % SPECIES.size());
            trees.add(new Role(
                    Registrations.lorawan(
                            devEui,
                            MODEL,
                            "Baum " + (i + 1) + ", " + species,
                            "",
                            Kinds.SOIL,
                            "",
                            TREES.get(i),
                            Map.of()),
                    new TreeSensor(devEui, i)));
        }
        return trees;
    }
}
