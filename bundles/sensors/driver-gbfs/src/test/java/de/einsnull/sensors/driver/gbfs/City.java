package de.einsnull.sensors.driver.gbfs;

import de.einsnull.sensors.testkit.FakeWebService;

/** An operator with two stations and four vehicles, written after the examples of the specification of GBFS 3.0. */
final class City implements AutoCloseable {

    private static final String HEAD =
            "{\"last_updated\":\"2026-11-24T13:00:00+01:00\",\"ttl\":%d,\"version\":\"3.0\",\"data\":%s}";

    private final FakeWebService service = new FakeWebService("not here");

    City() {
        var base = service.address().toString();
        file("gbfs", 3600, feeds(base));
        file(
                "station_information",
                3600,
                """
                {"stations": [
                  {"station_id": "bf", "name": [{"text": "Station", "language": "en"}, {"text": "Bahnhof", "language": "de"}],
                   "lat": 51.8254, "lon": 8.1397, "capacity": 12},
                  {"station_id": "mk", "name": [{"text": "Market", "language": "en"}], "lat": 51.83, "lon": 8.15},
                  {"name": [], "lat": 0, "lon": 0}]}""");
        status(3);
        file(
                "vehicle_status",
                60,
                """
                {"vehicles": [
                  {"vehicle_id": "7f3a", "lat": 51.82541, "lon": 8.14011, "is_reserved": false, "is_disabled": false},
                  {"vehicle_id": "91bc", "lat": 51.82999, "lon": 8.15222, "is_reserved": true, "is_disabled": false},
                  {"vehicle_id": "02de", "lat": 51.83111, "lon": 8.15333, "is_reserved": false, "is_disabled": true},
                  {"vehicle_id": "44aa", "station_id": "bf", "is_reserved": false, "is_disabled": false}]}""");
    }

    private static String feeds(String base) {
        return """
                {"feeds": [
                  {"name": "station_information", "url": "%1$s/station_information.json"},
                  {"name": "station_status", "url": "%1$s/station_status.json"},
                  {"name": "vehicle_status", "url": "%1$s/vehicle_status.json"}]}"""
                .formatted(base);
    }

    void status(int vehicles) {
        file(
                "station_status",
                60,
                """
                {"stations": [
                  {"station_id": "bf", "is_installed": true, "is_renting": true, "is_returning": true,
                   "last_reported": "2026-11-24T12:58:30+01:00", "num_vehicles_available": %d, "num_docks_available": 9},
                  {"station_id": "mk", "is_installed": true, "is_renting": false, "is_returning": true,
                   "last_reported": 0, "num_vehicles_available": 0},
                  {"num_vehicles_available": 4},
                  {"station_id": "xx", "num_vehicles_available": -1}]}"""
                        .formatted(vehicles));
    }

    void file(String name, int ttl, String data) {
        service.answerAt("/" + name + ".json", HEAD.formatted(ttl, data));
    }

    FakeWebService service() {
        return service;
    }

    String address() {
        return service.address() + "/gbfs.json";
    }

    @Override
    public void close() {
        service.close();
    }
}
