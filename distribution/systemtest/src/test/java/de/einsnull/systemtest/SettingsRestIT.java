package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** City IT sets the platform up by a script: what the script reads is what holds, and nobody else can do it. */
@ExtendWith(DemoCity.class)
class SettingsRestIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GUARD = "/api/settings/de.einsnull.guard";
    private static final String LORAWAN = "/api/settings/de.einsnull.sensors.driver.lorawan";
    private static final String SECRET = "a-secret-that-nobody-reads";

    private City city;

    @BeforeEach
    void remember(City runningCity) {
        city = runningCity;
    }

    /** A test that failed half-way must not leave its settings to the others. */
    @AfterEach
    void backToTheDefaults() throws Exception {
        city.send(city.asAdmin(GUARD).DELETE());
        city.send(city.asAdmin(LORAWAN + "/by-rest").DELETE());
    }

    @Test
    void whatIsChangedIsReadBackAndGoesWithADelete() throws Exception {
        assertThat(names(read("/api/settings"))).contains("de.einsnull.guard");
        assertThat(read(GUARD + "/schema").at("/properties/threw/type").asText())
                .isEqualTo("integer");
        assertThat(read(GUARD)).isEmpty();

        assertThat(put(GUARD, "{\"values\": {\"threw\": 40}}").statusCode()).isEqualTo(204);
        assertThat(read(GUARD).at("/0/values/threw/0").asText()).isEqualTo("40");
        assertThat(city.data().resolve("settings")).isDirectoryRecursivelyContaining("glob:**guard*");

        assertThat(city.send(city.asAdmin(GUARD).DELETE()).statusCode()).isEqualTo(204);
        assertThat(read(GUARD)).isEmpty();
        assertThat(city.send(city.asAdmin(GUARD).DELETE()).statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongValueIsNamedWithItsFieldInTheLanguageOfTheClientAndNothingIsApplied() throws Exception {
        var refused = city.send(json(city.asAdmin(GUARD))
                .header("Accept-Language", "en")
                .PUT(BodyPublishers.ofString("{\"values\": {\"threw\": \"many\", \"stuck\": 3}}")));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(refused.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/settings-refused");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/values/threw");
        assertThat(problem.get("errors").toString()).contains("whole number").doesNotContain("stuck");
        assertThat(problem.get("detail").asText()).contains("errors");
        assertThat(read(GUARD)).isEmpty();
        assertThat(put(GUARD, "{\"values\": {").statusCode()).isEqualTo(400);
        assertThat(put("/api/settings/de.nobody", "{\"values\": {}}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatStandsInAFileIsAConflictThatNamesTheFile() throws Exception {
        var refused = put("/api/settings/de.einsnull.bus", "{\"values\": {}}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("de.einsnull.bus.cfg");
    }

    /** A script's log is read by many. */
    @Test
    void aSecretGoesInAndNeverComesOut() throws Exception {
        String body = "{\"values\": {\"webhook.secret\": \"" + SECRET + "\"}}";
        assertThat(put(LORAWAN + "/by-rest", body).statusCode()).isEqualTo(204);

        var stored = city.send(city.asAdmin(LORAWAN));
        assertThat(stored.body()).contains("by-rest", "webhook.secret").doesNotContain(SECRET);
        assertThat(city.send(city.asAdmin("/api/settings/export")).body())
                .contains("$[secret:")
                .doesNotContain(SECRET);
        assertThat(read(LORAWAN + "/schema")
                        .at("/properties/webhook.secret/writeOnly")
                        .asBoolean())
                .isTrue();
        var refused = put(LORAWAN + "/by rest", body);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain(SECRET);
    }

    @Test
    void anExportBringsBackWhatWasRemoved() throws Exception {
        put(GUARD, "{\"values\": {\"threw\": 41}}");
        String export = city.send(city.asAdmin("/api/settings/export")).body();
        city.send(city.asAdmin(GUARD).DELETE());

        var preview = post("/api/settings/import/preview", export);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(effectOnTheGuard(preview)).isEqualTo("NEW");
        assertThat(read(GUARD)).isEmpty();

        assertThat(effectOnTheGuard(post("/api/settings/import", export))).isEqualTo("NEW");
        assertThat(read(GUARD).at("/0/values/threw/0").asText()).isEqualTo("41");
        assertThat(effectOnTheGuard(post("/api/settings/import", export))).isEqualTo("SAME");
        assertThat(post("/api/settings/import", "no export").statusCode()).isEqualTo(422);
    }

    @Test
    void onlyCityItIsLetIn() throws Exception {
        assertThat(city.get(GUARD).statusCode()).isEqualTo(401);
        var it = WebSession.logIn(city, "admin", city.adminPassword());
        String password = it.createStaff("settings-clerk");
        for (String path : new String[] {GUARD, "/api/settings", "/api/settings/export"}) {
            assertThat(city.send(as("settings-clerk", password, path)).statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        var change = json(as("settings-clerk", password, GUARD)).PUT(BodyPublishers.ofString("{\"values\": {}}"));
        assertThat(city.send(change).statusCode()).isEqualTo(403);
    }

    /** A foreign page can make a browser send its cookie, but knows no token; a script has no cookie to borrow. */
    @Test
    void aSessionNeedsATokenAndAScriptWithALoginNeedsNone() throws Exception {
        String body = "{\"values\": {\"threw\": 42}}";
        var session = WebSession.logIn(city, "admin", city.adminPassword());
        var forged = json(HttpRequest.newBuilder(city.url(GUARD))).PUT(BodyPublishers.ofString(body));
        assertThat(session.send(forged).statusCode()).isEqualTo(403);
        assertThat(read(GUARD)).isEmpty();

        var own = json(HttpRequest.newBuilder(city.url(GUARD)))
                .header("X-CSRF-Token", session.token("/de/verwaltung/konten/neu"))
                .PUT(BodyPublishers.ofString(body));
        assertThat(session.send(own).statusCode()).isEqualTo(204);
        assertThat(put(GUARD, body).statusCode()).isEqualTo(204);
    }

    private static String effectOnTheGuard(HttpResponse<String> answer) throws IOException {
        return StreamSupport.stream(JSON.readTree(answer.body()).spliterator(), false)
                .filter(effect -> effect.get("pid").asText().equals("de.einsnull.guard"))
                .map(effect -> effect.get("effect").asText())
                .findFirst()
                .orElse("");
    }

    private static Iterable<String> names(JsonNode described) {
        return described.findValuesAsText("pid");
    }

    private JsonNode read(String path) throws IOException {
        var answer = city.send(city.asAdmin(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> put(String path, String body) throws IOException {
        return city.send(json(city.asAdmin(path.replace(" ", "%20"))).PUT(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> post(String path, String body) throws IOException {
        return city.send(json(city.asAdmin(path)).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private HttpRequest.Builder as(String name, String password, String path) {
        String login = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(city.url(path)).header("Authorization", "Basic " + login);
    }
}
