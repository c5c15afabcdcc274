package de.einsnull.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A city in SensorThings: 200 Things with a place and a series each, and 9,800 more that only stand somewhere. */
final class SeriesWorld {

    /** Things with a series. */
    static final int SERIES = 200;

    /** All Things. */
    static final int THINGS = 10_000;

    /** Between two observations of a series. */
    static final Duration STEP = Duration.ofMinutes(15);

    /** Begin of the month that is filled: whole, and over. */
    static final Instant MONTH = Instant.parse("2026-10-01T00:00:00Z");

    /** Observations of a series in that month. */
    static final int STEPS = 31 * 96;

    private static final String ROOT = "/sensorthings/v1.1/";
    private static final int A_BATCH = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final City city;
    private final String authorization;
    private final Random random = new Random(4_711);
    private List<Long> series = List.of();

    SeriesWorld(City city) {
        this.city = city;
        var login = "admin:" + city.adminPassword();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where it is served. */
    URI server() {
        return city.url("/");
    }

    /** Ids of the series. */
    List<Long> series() {
        return series;
    }

    /** Makes all Things. */
    void build() throws IOException {
        try (var wire = new Wire(server())) {
            wire.send(post(
                    "Sensors",
                    "{\"name\":\"Fühler\",\"description\":\"-\",\"encodingType\":\"text/html\","
                            + "\"metadata\":\"-\"}"));
            wire.send(post(
                    "ObservedProperties",
                    "{\"name\":\"Temperatur\",\"description\":\"-\","
                            + "\"definition\":\"http://example.org/temperature\"}"));
            long sensor = only(wire, "Sensors");
            long property = only(wire, "ObservedProperties");
            for (int from = 0; from < THINGS; from += A_BATCH) {
                batch(wire, from, sensor, property);
            }
            series = ids(wire, "Datastreams?$top=1000&$select=id");
        }
    }

    private void batch(Wire wire, int from, long sensor, long property) throws IOException {
        var steps = IntStream.range(from, from + A_BATCH)
                .mapToObj(n -> "{\"id\":\"" + n + "\",\"method\":\"post\",\"url\":\"Things\",\"body\":"
                        + thing(n, sensor, property) + "}")
                .collect(Collectors.joining(","));
        var reply = wire.send(post("$batch", "{\"requests\":[" + steps + "]}"));
        if (reply.text().contains("\"status\":4") || reply.status() != 200) {
            throw new IOException("Things were not made: " + reply.text());
        }
    }

    private String thing(int n, long sensor, long property) {
        var place = String.format(
                Locale.ROOT, "[%.5f,%.5f]", 8.045 + random.nextDouble() * .2, 51.725 + random.nextDouble() * .2);
        return "{\"name\":\"Thing " + n + "\",\"description\":\"-\",\"Locations\":[{\"name\":\"Place\","
                + "\"description\":\"-\",\"encodingType\":\"application/geo+json\",\"location\":{\"type\":\"Point\","
                + "\"coordinates\":" + place + "}}]" + (n < SERIES ? datastream(sensor, property) : "") + "}";
    }

    private static String datastream(long sensor, long property) {
        return ",\"Datastreams\":[{\"name\":\"Temperature\",\"description\":\"-\",\"observationType\":"
                + "\"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement\",\"unitOfMeasurement\":"
                + "{\"name\":\"degree Celsius\",\"symbol\":\"°C\",\"definition\":\"ucum:Cel\"},\"properties\":"
                + "{\"open\":true},\"Sensor\":{\"@iot.id\":" + sensor + "},\"ObservedProperty\":{\"@iot.id\":"
                + property + "}}]";
    }

    private long only(Wire wire, String set) throws IOException {
        var ids = ids(wire, set + "?$select=id&$orderby=id%20desc&$top=1");
        return ids.get(0);
    }

    private List<Long> ids(Wire wire, String query) throws IOException {
        var ids = new ArrayList<Long>();
        for (JsonNode one : JSON.readTree(wire.send(get(query)).body()).path("value")) {
            ids.add(one.get("@iot.id").asLong());
        }
        return ids;
    }

    /** A question to the service, as city IT asks it. */
    byte[] get(String query) {
        return Wire.request("GET", ROOT + query, authorization, "");
    }

    /** Something to be created. */
    byte[] post(String path, String body) {
        return Wire.request("POST", ROOT + path, authorization, body);
    }

    /** One observation of now by a client that posts them one by one. */
    byte[] single(long number) {
        long stream = series.get((int) (number % series.size()));
        var time = Instant.parse("2026-11-01T00:00:00Z").plusMillis(number * 100);
        return post(
                "Observations",
                "{\"result\":" + value(number) + ",\"phenomenonTime\":\"" + time + "\",\"Datastream\":{\"@iot.id\":"
                        + stream + "}}");
    }

    /** Observations of one series, older than all others. */
    byte[] ofOneSeries(int number, int size) {
        long stream = series.get(number % series.size());
        var begin = Instant.parse("2026-08-01T00:00:00Z").plusSeconds((long) number * size);
        return post(
                "CreateObservations",
                "["
                        + array(
                                stream,
                                IntStream.range(0, size)
                                        .mapToObj(n -> row(begin.plusSeconds(n), n))
                                        .collect(Collectors.joining(",")))
                        + "]");
    }

    /** Part of the month, as it would come from all devices of a city in the order of time. */
    byte[] ofAllSeries(int number, int size) {
        var rows = new TreeMap<Long, StringBuilder>();
        for (int n = number * size; n < (number + 1) * size; n++) {
            int step = n / series.size();
            var list = rows.computeIfAbsent(series.get(n % series.size()), s -> new StringBuilder());
            list.append(list.isEmpty() ? "" : ",").append(row(MONTH.plus(STEP.multipliedBy(step)), n));
        }
        return post(
                "CreateObservations",
                rows.entrySet().stream()
                        .map(e -> array(e.getKey(), e.getValue().toString()))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static String array(long stream, String rows) {
        return "{\"Datastream\":{\"@iot.id\":" + stream + "},\"components\":[\"phenomenonTime\",\"resultTime\","
                + "\"result\"],\"dataArray\":[" + rows + "]}";
    }

    private static String row(Instant time, int n) {
        return "[\"" + time + "\",\"" + time.plusSeconds(2) + "\"," + value(n) + "]";
    }

    private static double value(long n) {
        return n % 400 / 10.0;
    }
}
