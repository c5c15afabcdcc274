package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.MqttLoad;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.PartnerPage;
import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Modules that throw, loop, block, flood, never start and never stop, while visitors, API clients and devices use the
 * rest: each harms only itself, is stopped, and city IT reads why.
 */
class HostileModulesIT {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final List<String> OTHERS = List.of(
            "/de/",
            "/de/stadtkarte",
            "/health/live",
            "/api",
            "/sensorthings/v1.1/Things?$top=20",
            "/sensorthings/v1.1/Datastreams?$top=20");

    private static City city;

    private final List<Path> dropped = new ArrayList<>();
    private SteadyLoad visitors;

    @BeforeAll
    static void start() throws IOException {
        city = City.create("hostile").withDemo().withOwnEtc();
        Files.writeString(
                city.etc().resolve("de.einsnull.guard.cfg"),
                """
                threw = 5
                timedOut = 3
                tooLarge = 3
                flooded = 2
                leakedThreads = 1
                startLimitInS = 4
                stopLimitInS = 4
                busyLimitInS = 10
                looped = 1
                """);
        Files.writeString(
                city.etc().resolve("de.einsnull.bus.cfg"),
                "\nsubscriber.limit.in.s = 2\n",
                java.nio.file.StandardOpenOption.APPEND);
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

    /** The point of it all: nobody else has noticed. */
    @AfterEach
    void nobodyElseHasNoticed() throws IOException {
        visitors.close();
        for (Path file : dropped) {
            Files.deleteIfExists(file);
        }
        assertThat(visitors.failures()).isEmpty();
        assertThat(visitors.requests()).isPositive();
    }

    @Test
    void aPageThatThrowsIsStoppedAndItsNextVersionRuns() throws Exception {
        drop(HostileModules.page("throws", HostileModules.THROWS));
        asked("/de/throws");
        quarantined("de.example.throws", "programming error", "a bug");
        assertThat(city.get("/de/throws").statusCode()).isEqualTo(503);

        PartnerPage.of("de.example.throws", "1.0.1", "throws", "mended").dropInto(city.deploy());

        Waits.until(
                "the next version", LIMIT, () -> city.get("/de/throws").body().equals("mended"));
        Waits.until("health to forget", LIMIT, () -> !city.get("/health/ready")
                .body()
                .contains("The module de.example.throws"));
    }

    @Test
    void aPageThatLoopsIsStoppedAndItsThreadsEnd() throws Exception {
        drop(HostileModules.page("loops", HostileModules.LOOPS));
        asked("/de/loops");
        quarantined("de.example.loops", "minutes");
        Waits.until("the loops to end", LIMIT, () -> log().contains("looped in de.example.loops"));
    }

    @Test
    void aPageThatBlocksWhateverItIsToldIsStopped() throws Exception {
        drop(HostileModules.page("blocks", HostileModules.BLOCKS));
        asked("/de/blocks");
        quarantined("de.example.blocks", "page /blocks");
    }

    @Test
    void aPageOfAHundredMegabytesIsNotSent() throws Exception {
        drop(HostileModules.page("huge", HostileModules.HUGE));
        Waits.until("the page to be there", LIMIT, () -> city.get("/de/huge").statusCode() == 500);
        for (int i = 0; i < 2; i++) {
            assertThat(city.get("/de/huge").body()).hasSizeLessThan(1 << 20);
        }
        quarantined("de.example.huge", "more than may be sent");
    }

    @Test
    void anApiThatThrowsLoopsAndFloodsItsClientsIsStopped() throws Exception {
        drop(HostileModules.api());
        Waits.until("the API", LIMIT, () -> city.get("/api/hostile/throw").statusCode() == 500);
        assertThat(city.get("/api/hostile/huge").body()).hasSizeLessThan(40 << 20);
        assertThat(city.get("/api/hostile/loop").statusCode()).isEqualTo(503);
        for (int i = 0; i < 5; i++) {
            city.get("/api/hostile/throw");
        }
        quarantined("de.example.api", "/api/hostile");
    }

    /** Else the watched folder, or the whole start of the platform, would hang with it. */
    @Test
    void aComponentThatNeverStartsHoldsNobodyUp() throws Exception {
        drop(HostileModules.hanging("never-starts", HostileModules.WAIT, ""));
        Waits.until("the harm", LIMIT, () -> city.get("/de/never-starts").statusCode() != 200);
        dropped.add(PartnerPage.of("de.example.good", "1.0.0", "good", "good").dropInto(city.deploy()));
        Waits.until("another module", LIMIT, () -> city.get("/de/good").body().equals("good"));
    }

    @Test
    void aComponentThatNeverStopsHoldsNobodyUp() throws Exception {
        drop(HostileModules.hanging("never-stops", "", HostileModules.WAIT));
        Waits.until("the page", LIMIT, () -> city.get("/de/never-stops").statusCode() == 200);
        Files.delete(dropped.get(0));
        dropped.add(PartnerPage.of("de.example.late", "1.0.0", "late", "late").dropInto(city.deploy()));
        Waits.until("another module", LIMIT, () -> city.get("/de/late").body().equals("late"));
    }

    @Test
    void threadsThatAreLeftBehindAreReported() throws Exception {
        drop(HostileModules.hanging("leaks", HostileModules.THREAD, ""));
        Waits.until("the page", LIMIT, () -> city.get("/de/leaks").statusCode() == 200);
        Files.delete(dropped.get(0));
        Waits.until("the report", LIMIT, () -> log().contains("threads of de.example.leaks go on after its stop"));
    }

    @Test
    void oneThatFloodsTheBusIsStoppedAndReadingsComeThrough() throws Exception {
        drop(HostileModules.flood());
        var device = CompletableFuture.runAsync(this::sendReadings);
        quarantined("de.example.flood", "published more events");
        device.join();
    }

    @Test
    void aSubscriberThatNeverGivesAnEventBackIsStopped() throws Exception {
        drop(HostileModules.deaf());
        quarantined("de.example.deaf", "event de.example.deaf.v1");
    }

    private void sendReadings() {
        try (var load = new MqttLoad(city.mqttPort(), "gateway", new Sensors(city).gatewayPassword(), 1)) {
            load.publish(
                    200,
                    n -> new MqttLoad.Message(
                            "demo/sensors/hostile", Long.toString(n).getBytes(StandardCharsets.UTF_8)),
                    LIMIT);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void drop(PartnerBundle bundle) {
        dropped.add(bundle.dropInto(city.deploy()));
    }

    /** Visitors who ask for a page again and again, whatever it answers. */
    private static void asked(String path) {
        Waits.until("the page to be there", LIMIT, () -> city.get(path).statusCode() != 404);
        var visits = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < 6; i++) {
            visits.add(CompletableFuture.runAsync(() -> {
                try {
                    city.get(path);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        visits.forEach(CompletableFuture::join);
    }

    /** What a person on duty sees: which module, why, and what to do. */
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
        assertThat(city.data().resolve("guard")).isNotEmptyDirectory();
    }

    private static String log() throws IOException {
        try (var files = Files.walk(city.data())) {
            var text = new StringBuilder(city.consoleText());
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
