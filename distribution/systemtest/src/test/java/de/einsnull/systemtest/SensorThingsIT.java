package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient.Mqtt3Publishes;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Programs of the city and its partners write and read by SensorThings, over HTTP and MQTT. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SensorThingsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/sensorthings/v1.1";
    private static final String STATION =
            """
            {"name": "%s", "description": "Wetter",
             "Locations": [{"name": "Markt", "description": "", "encodingType": "application/geo+json",
               "location": {"type": "Point", "coordinates": [8.14, 51.82]}}],
             "Datastreams": [{"name": "Luft", "description": "", "properties": {%s},
               "observationType": "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
               "unitOfMeasurement": {"name": "Grad", "symbol": "C", "definition": "ucum:Cel"},
               "Sensor": {"name": "s", "description": "", "encodingType": "text/plain", "metadata": "m"},
               "ObservedProperty": {"name": "t", "description": "", "definition": "urn:t"}}]}
            """;

    private City city;

    @BeforeAll
    void startWithAccountsForPrograms() throws IOException {
        city = City.create("sensorthings").withOwnEtc();
        account("writer", "publish = v1.1\nsubscribe = v1.1\n");
        account("staff", "subscribe = v1.1\ninternal = true\n");
        var bus = city.etc().resolve("de.einsnull.bus.cfg");
        Files.writeString(bus, Files.readString(bus) + "\nmqtt.anonymous = v1.1\n");
        city.start();
    }

    private void account(String name, String rights) throws IOException {
        Files.writeString(
                city.etc().resolve("de.einsnull.bus.user-" + name + ".cfg"), "name = " + name + "\n" + rights);
    }

    @AfterAll
    void stop() {
        city.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        return city.send(city.asAdmin(ROOT + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> anybody(String method, String path, String body) throws IOException {
        return city.send(HttpRequest.newBuilder(city.url(ROOT + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    /** Creates a station and gives the id of its series. */
    private long series(String name, boolean open) throws IOException {
        var answer = send("POST", "/Things", STATION.formatted(name, open ? "\"open\": true" : ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var location = answer.headers().firstValue("Location").orElseThrow();
        return json(location.substring(location.indexOf(ROOT) + ROOT.length()) + "/Datastreams")
                .at("/value/0/@iot.id")
                .longValue();
    }

    private JsonNode json(String path) throws IOException {
        return JSON.readTree(city.send(city.asAdmin(ROOT + path)).body());
    }

    private static Mqtt3BlockingClient client(City city, String user) throws IOException {
        var builder =
                MqttClient.builder().useMqttVersion3().serverHost("127.0.0.1").serverPort(city.mqttPort());
        if (!user.isEmpty()) {
            var password = Files.readString(city.data().resolve("secrets/mqtt-" + user))
                    .strip();
            builder = builder.simpleAuth()
                    .username(user)
                    .password(password.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth();
        }
        var client = builder.buildBlocking();
        client.connect();
        return client;
    }

    private static Mqtt3Publishes hear(Mqtt3BlockingClient client, String topic) {
        var publishes = client.publishes(MqttGlobalPublishFilter.ALL);
        client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send();
        return publishes;
    }

    private static void publish(Mqtt3BlockingClient client, String topic, String body) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static Optional<JsonNode> next(Mqtt3Publishes publishes) throws Exception {
        var message = publishes.receive(SOON.toSeconds(), TimeUnit.SECONDS);
        return message.isEmpty()
                ? Optional.empty()
                : Optional.of(JSON.readTree(message.get().getPayloadAsBytes()));
    }

    @Test
    void aProgramWritesChangesAndDeletes() throws IOException {
        long series = series("Station", true);
        var path = "/Datastreams(" + series + ")";

        assertThat(send("PATCH", path, "{\"description\": \"neu\"}").statusCode())
                .isEqualTo(200);
        var rows = "[{\"Datastream\": {\"@iot.id\": " + series + "}, \"components\": [\"phenomenonTime\", \"result\"],"
                + " \"dataArray\": [[\"2026-01-01T00:00:00Z\", 1], [\"2026-01-01T01:00:00Z\", 2]]}]";
        assertThat(send("POST", "/CreateObservations", rows).statusCode()).isEqualTo(201);
        var batch = "{\"requests\": [{\"id\": \"1\", \"method\": \"post\", \"url\": \"Datastreams(" + series
                + ")/Observations\", \"body\": {\"result\": 3}}]}";
        assertThat(send("POST", "/$batch", batch).body()).contains("201");

        assertThat(json(path).get("description").textValue()).isEqualTo("neu");
        assertThat(json(path + "/Observations?$count=true").get("@iot.count").intValue())
                .isEqualTo(3);
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(200);
        assertThat(city.send(city.asAdmin(ROOT + path)).statusCode()).isEqualTo(404);
    }

    /** What a program writes belongs to the town hall until somebody opens it. */
    @Test
    void aNewSeriesIsInternalUntilItIsOpened() throws IOException {
        var path = "/Datastreams(" + series("Intern", false) + ")";

        assertThat(city.get(ROOT + path).statusCode()).isEqualTo(404);
        send("PATCH", path, "{\"properties\": {\"open\": true}}");
        assertThat(city.get(ROOT + path).statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAndMistakesAreRefusedWithTheReason() throws IOException {
        assertThat(anybody("POST", "/Things", "{}").statusCode()).isEqualTo(401);
        var body = send("POST", "/Things", "{\"name\": 5}");
        assertThat(body.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(body.body()).at("/errors/0/pointer").asText() + body.body())
                .contains("/name");
        var query = anybody("GET", "/Things?$filter=name%20gt", "");
        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.headers().firstValue("Content-Type").orElseThrow()).contains("application/problem+json");
        assertThat(query.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
    }

    @Test
    void whatIsPublishedIsStoredAndTold() throws Exception {
        long open = series("Offen", true);
        long internal = series("Geheim", false);
        var topic = "v1.1/Observations?$select=result";
        var writer = client(city, "writer");
        var staff = client(city, "staff");
        var guest = client(city, "");
        try (var inside = hear(staff, topic);
                var outside = hear(guest, topic)) {
            publish(writer, "v1.1/Datastreams(" + internal + ")/Observations", "{\"result\": 1}");
            publish(writer, "v1.1/Datastreams(" + open + ")/Observations", "{\"result\": 2}");

            assertThat(next(inside).orElseThrow()).isEqualTo(JSON.readTree("{\"result\": 1}"));
            assertThat(next(inside).orElseThrow()).isEqualTo(JSON.readTree("{\"result\": 2}"));
            assertThat(next(outside).orElseThrow()).isEqualTo(JSON.readTree("{\"result\": 2}"));
        }
        assertThat(json("/Datastreams(" + open + ")/Observations")
                        .at("/value/0/result")
                        .intValue())
                .isEqualTo(2);
        writer.disconnect();
        staff.disconnect();
        guest.disconnect();
    }

    /** What a program over HTTP changes reaches a dashboard that listens; what is wrong reaches city IT. */
    @Test
    void changesByHttpAreToldAndBadMessagesKept() throws Exception {
        long series = series("Gemeldet", true);
        var writer = client(city, "writer");
        try (var heard = hear(writer, "v1.1/Datastreams(" + series + ")/description")) {
            send("PATCH", "/Datastreams(" + series + ")", "{\"description\": \"neu\"}");
            assertThat(next(heard).orElseThrow()).isEqualTo(JSON.readTree("{\"description\": \"neu\"}"));
        }
        publish(writer, "v1.1/Datastreams(" + series + ")/Observations", "{\"rseult\": 1}");
        Waits.until("the bad message", SOON, () -> city.send(city.asAdmin("/api/bus/dead-letters"))
                .body()
                .contains("/rseult"));
        writer.disconnect();
    }

    @Test
    void theRootNamesTheDoor() throws IOException {
        var settings = json("").get("serverSettings");
        var create =
                "http://www.opengis.net/spec/iot_sensing/1.1/req/create-observations-via-mqtt/observations-creation";

        assertThat(settings.get("conformance").toString()).contains(create);
        assertThat(settings.get(create).at("/endpoints/0").textValue())
                .isEqualTo("mqtt://127.0.0.1:" + city.mqttPort());
    }

    /** A suite of tests knows no accounts; nothing but its own data is there. */
    @Test
    void forTestSuitesEverythingIsOpenOnThisMachine() throws Exception {
        try (var suite = City.create("conformance")
                .with("einsnull.sensors.conformance", "true")
                .start()) {
            var root = suite.get(ROOT).body();
            assertThat(root).contains("MultiDatastreams").doesNotContain("Tasking", "Actuators");
            var answer = suite.send(HttpRequest.newBuilder(suite.url(ROOT + "/Things"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(STATION.formatted("x", ""))));
            assertThat(answer.statusCode()).isEqualTo(201);
            long id = JSON.readTree(suite.get(ROOT + "/Datastreams").body())
                    .at("/value/0/@iot.id")
                    .longValue();
            var client = client(suite, "");
            try (var heard = hear(client, "v1.1/Datastreams(" + id + ")/Observations")) {
                publish(client, "v1.1/Datastreams(" + id + ")/Observations", "{\"result\": 7}");
                assertThat(next(heard).orElseThrow().get("result").intValue()).isEqualTo(7);
            }
            client.disconnect();
        }
    }
}
