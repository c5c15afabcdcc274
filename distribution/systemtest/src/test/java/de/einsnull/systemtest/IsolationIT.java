package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What city IT does with a module that was stopped: it reads why, mends the cause and starts it with one click or one call.
 * And streams and timers of modules, which end with them.
 */
class IsolationIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int CLIENTS = 20;
    private static final List<String> OTHERS =
            List.of("/de/", "/health/live", "/api", "/sensorthings/v1.1/Things?$top=20");

    private static City city;

    private final List<Path> dropped = new ArrayList<>();
    private SteadyLoad visitors;

    @BeforeAll
    static void start() throws IOException {
        city = City.create("isolation").withDemo().withOwnEtc();
        Files.writeString(city.etc().resolve("de.einsnull.guard.cfg"), "threw = 5\nflooded = 3\nleakedThreads = 1\n");
        city.start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @BeforeEach
    void visit() {
        visitors = new SteadyLoad(city, OTHERS);
    }

    @AfterEach
    void nobodyElseHasNoticed() throws IOException {
        visitors.close();
        for (Path file : dropped) {
            Files.deleteIfExists(file);
        }
        assertThat(visitors.failures()).isEmpty();
        assertThat(visitors.requests()).isPositive();
    }

    private void drop(PartnerBundle bundle) {
        dropped.add(bundle.dropInto(city.deploy()));
    }

    /** Which module, why, and what to do. */
    private static void quarantined(String module, String... words) {
        Waits.until("the quarantine of " + module, LIMIT, () -> {
            String seen = city.get("/health/ready").body();
            int at = seen.indexOf("The module " + module);
            if (at < 0) {
                return false;
            }
            assertThat(seen.substring(at)).contains(words).contains("Everything else goes on");
            return true;
        });
    }

    /** A module that has run well since it was installed, until a file was taken away. */
    private Path broken(String name) throws IOException {
        Path part = Files.createFile(city.data().resolve(name + "-part"));
        drop(HostileModules.page(name, HostileModules.needs(part)));
        Waits.until("the module to run", LIMIT, () -> state(name).contains("\"RUNNING\""));
        Files.delete(part);
        for (int i = 0; i < 6; i++) {
            city.get("/de/" + name);
        }
        quarantined("de.example." + name, "programming error", "a part is missing");
        return part;
    }

    private static String state(String name) throws IOException {
        return city.send(city.asAdmin("/api/modules/de.example." + name)).body();
    }

    private static void isBack(String name) {
        Waits.until("the page", LIMIT, () -> city.get("/de/" + name).body().equals("mended"));
        Waits.until("health to forget", LIMIT, () -> !city.get("/health/ready")
                .body()
                .contains("The module de.example." + name));
    }

    @Test
    void oneClickInTheBrowserStartsItAgain() throws Exception {
        Path missing = broken("clicked");
        try (var chromium = new Chromium();
                var visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            page.navigate(city.url("/de/verwaltung/module/de.example.clicked").toString());
            assertThat(page.locator("main").innerText()).contains("Die Plattform hat dieses Modul angehalten");
            assertThat(page.locator("main").innerText())
                    .contains("5-mal in 10 Minuten mit einem Programmfehler", "a part is missing", "Anbieter");
            Files.createFile(missing);
            page.click("main form[action$='/starten'] button");
            assertThat(page.url()).contains("/verwaltung/module/vorgang/");
        }
        isBack("clicked");
    }

    @Test
    void oneCallStartsItAgain() throws Exception {
        Path missing = broken("called");
        assertThat(state("called")).contains("\"QUARANTINED\"");
        Files.createFile(missing);
        assertThat(operation("START", "de.example.called")).isEqualTo(202);
        isBack("called");
        Waits.until("the state", LIMIT, () -> state("called").contains("\"RUNNING\""));
    }

    private static int operation(String action, String module) throws IOException {
        String change = "{\"action\": \"%s\", \"target\": \"%s\"}".formatted(action, module);
        HttpRequest.Builder request = city.asAdmin("/api/modules/operations")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(change));
        return city.send(request).statusCode();
    }

    /** It would go on ticking, and keep the whole module in memory, until the platform is restarted. */
    @Test
    void aTimerThatOutlivesItsModuleIsShownByName() throws Exception {
        drop(HostileModules.hanging("timer", HostileModules.TIMER, ""));
        Waits.until("the module to run", LIMIT, () -> state("timer").contains("\"RUNNING\""));
        assertThat(operation("STOP", "de.example.timer")).isEqualTo(202);
        quarantined("de.example.timer", "went on working after it had stopped", "hostile-timer");
    }

    /** Many clients that do not read, of a module that does not stop to send. */
    @Test
    void anEventStreamThatFloodsIsStoppedAndItsStreamsEnd() throws Exception {
        drop(HostileModules.stream());
        Waits.until("the API", LIMIT, () -> city.get("/api/hostile-stream/well").statusCode() == 200);
        var clients = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(listenWithoutReading("/api/hostile-stream/events"));
            }
            quarantined("de.example.stream", "published more events", "GET /api/hostile-stream");
            for (var client : clients) {
                client.setSoTimeout((int) LIMIT.toMillis());
                client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            }
        } finally {
            for (var client : clients) {
                client.close();
            }
        }
    }

    @Test
    void oneThatFloodsOpenPagesIsStopped() throws Exception {
        try (var page = listenWithoutReading("/live?channel=hostile")) {
            drop(HostileModules.news());
            quarantined("de.example.news", "published more events", "live channel hostile");
            assertThat(page.isConnected()).isTrue();
        }
    }

    private static Socket listenWithoutReading(String path) throws IOException {
        var client = new Socket("127.0.0.1", city.url("/").getPort());
        client.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return client;
    }
}
