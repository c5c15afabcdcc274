package de.einsnull.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** City IT and readers of open data, as tests and benchmarks need them. */
public final class Sensors {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1_000;

    private final City city;

    public Sensors(City city) {
        this.city = city;
    }

    /** Password of the demo's gateway account. */
    public String gatewayPassword() throws IOException {
        return Files.readString(city.data().resolve("secrets/mqtt-gateway")).strip();
    }

    /**
     * Registers devices.
     *
     * @param instance driver instance
     * @param model model, empty when the driver knows the channels
     * @param externalIds what the driver calls them
     * @return ids of their things
     */
    public List<Long> register(String instance, String model, List<String> externalIds) throws IOException {
        var body = JSON.createArrayNode();
        for (String id : externalIds) {
            body.addObject()
                    .put("instance", instance)
                    .put("externalId", id)
                    .put("model", model)
                    .put("name", "Device " + id)
                    .put("kind", "weather-station")
                    .put("longitude", 8.145)
                    .put("latitude", 51.825)
                    .put("open", true)
                    .put("licence", "CC0-1.0");
        }
        var answer = city.send(asAdmin("/api/sensors/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("Devices were not registered: " + answer.statusCode() + " " + answer.body());
        }
        List<Long> things = new ArrayList<>();
        JSON.readTree(answer.body())
                .forEach(device -> things.add(device.get("thing").asLong()));
        return things;
    }

    /** Whether a driver instance is subscribed to its topics. */
    public boolean listens(String instance) throws IOException {
        for (JsonNode driver :
                JSON.readTree(city.send(asAdmin("/api/sensors/drivers")).body())) {
            if (driver.get("instance").asText().equals(instance)) {
                return driver.get("backlog").asLong() >= 0;
            }
        }
        return false;
    }

    private HttpRequest.Builder asAdmin(String path) {
        String login =
                Base64.getEncoder().encodeToString(("admin:" + city.adminPassword()).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(city.url(path)).header("Authorization", "Basic " + login);
    }

    /** Ids of a thing's datastreams; empty before its first reading. */
    public List<Long> datastreams(long thing) throws IOException {
        List<Long> ids = new ArrayList<>();
        get("/sensorthings/v1.1/Things(" + thing + ")/Datastreams")
                .get("value")
                .forEach(datastream -> ids.add(datastream.get("@iot.id").asLong()));
        return ids;
    }

    /** How many observations a datastream has. */
    public long count(long datastream) throws IOException {
        return observations(datastream, "$count=true&$top=1").get("@iot.count").asLong();
    }

    /** Value of the newest observation of a datastream, -1 without one. */
    public double last(long datastream) throws IOException {
        JsonNode values = observations(datastream, "$top=1&$orderby=" + encode("phenomenonTime desc"))
                .get("value");
        return values.isEmpty() ? -1 : values.get(0).get("result").asDouble();
    }

    /** Values of all observations of a datastream, the oldest first. */
    public List<Double> results(long datastream) throws IOException {
        List<Double> results = new ArrayList<>();
        JsonNode page;
        do {
            String query = "$top=" + PAGE + "&$skip=" + results.size() + "&$orderby=" + encode("phenomenonTime asc");
            page = observations(datastream, query).get("value");
            page.forEach(observation -> results.add(observation.get("result").asDouble()));
        } while (page.size() == PAGE);
        return results;
    }

    private JsonNode observations(long datastream, String query) throws IOException {
        return get("/sensorthings/v1.1/Datastreams(" + datastream + ")/Observations?" + query);
    }

    private JsonNode get(String path) throws IOException {
        var answer = city.get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
