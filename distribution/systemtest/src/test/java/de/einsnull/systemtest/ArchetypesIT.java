package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import de.einsnull.harness.PartnerProject;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Deployment;
import de.einsnull.testkit.city.Devices;
import de.einsnull.testkit.city.LorawanGateway;
import de.einsnull.testkit.city.RunningCity;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A partner's first hour: a project is generated in an empty folder, passes its own tests there, comes into a running city,
 * does its work, is changed, and goes. If one of these fails, so does everybody who follows docs/partner.
 */
@ExtendWith(RunningCity.class)
class ArchetypesIT {

    private static final Duration FIRST_OBSERVATION = Duration.ofMinutes(5);
    private static final Duration NOTICED = Duration.ofSeconds(20);
    private static final String DEVICE = "70B3D57ED0020001";
    private static final String MAP = "/en/stadtkarte";

    @Test
    void aCodecGetsFromNothingToTheMapAndIsUpdatedAndRemoved(City city, LorawanGateway gateway) throws Exception {
        long begin = System.nanoTime();
        PartnerProject project = PartnerProject.generate("driver.codec", "de.example.thermometer")
                .build("verify");
        assertThat(project.lines("pom.xml")).hasSizeLessThanOrEqualTo(12);

        gateway.register(DEVICE, "example-thermometer", "Thermometer at the school", "weather");
        try (Deployment module = Deployment.of(city.deploy(), project.jar())) {
            gateway.send(DEVICE, 1, "0866 0258");
            city.awaitText(MAP, "Thermometer at the school", "21.5");
            Duration needed = Duration.ofNanos(System.nanoTime() - begin);
            System.out.printf(
                    "From archetype:generate to the first observation on the map: %d s%n", needed.toSeconds());
            assertThat(needed).isLessThan(FIRST_OBSERVATION);

            String source = "src/main/java/de/example/thermometer/ThermometerCodec.java";
            project.edit(source, "/ 100.0", "/ 50.0").edit(source, "21.5", "43").build("package", "-DskipTests");
            module.update(project.jar());
            Waits.until("the new version to decode", NOTICED, () -> {
                gateway.send(DEVICE, 1, "0866 0258");
                return city.get(MAP).body().contains("43");
            });
        }
        Waits.until("uplinks to wait for a codec", NOTICED, () -> {
            gateway.send(DEVICE, 1, "0866 0258");
            return asAdmin(city, "/api/bus/dead-letters?limit=1000").contains("no-codec");
        });
    }

    @Test
    void aPolledDriverAsksItsServiceUntilItIsRemoved(City city) throws Exception {
        PartnerProject project =
                PartnerProject.generate("driver.polled", "de.example.gauge").build("verify");
        Devices.register(city, "gauges", "mill", "", "Gauge at the mill", "water-level");
        HttpServer service = service("{\"timestamp\": \"" + Instant.now() + "\", \"value\": 142}");
        try (Deployment module = Deployment.of(city.deploy(), project.jar())) {
            Files.writeString(
                    city.etc().resolve("de.example.gauge-it.cfg"),
                    """
                    sensors.instance = gauges
                    address = http://127.0.0.1:%d/{device}
                    devices = mill
                    interval.in.s = 1
                    """
                            .formatted(service.getAddress().getPort()));
            city.awaitText(MAP, "Gauge at the mill", "142");

            project.edit("src/main/java/de/example/gauge/GaugeDriver.java", "\"Gauge\"", "\"Gauge, second edition\"")
                    .build("package", "-DskipTests");
            module.update(project.jar());
            Waits.until("the new version", NOTICED, () -> asAdmin(city, "/api/sensors/drivers")
                    .contains("second edition"));
        } finally {
            service.stop(0);
        }
        Waits.until("the instance to go", NOTICED, () -> !asAdmin(city, "/api/sensors/drivers")
                .contains("gauges"));
    }

    @Test
    void aModuleBringsPageApiTableAndEventAndTakesThemWithIt(City city) throws Exception {
        PartnerProject project =
                PartnerProject.generate("module", "de.example.suggestions").build("verify");
        try (JarFile jar = new JarFile(project.jar().toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"))
                    .isEqualTo("de.example.suggestions");
        }
        try (Deployment module = Deployment.of(city.deploy(), project.jar())) {
            city.awaitStatus("/api/suggestions", 200);
            assertThat(suggest(city, "More benches")).isEqualTo(201);
            city.awaitText("/en/suggestions", "More benches", "Received");

            project.edit(
                            "src/main/resources/OSGI-INF/l10n/messages_en.properties",
                            "This was suggested to the city.",
                            "Second edition.")
                    .build("package", "-DskipTests");
            module.update(project.jar());
            city.awaitText("/en/suggestions", "Second edition.", "More benches");
        }
        Waits.until(
                "page, API and menu entry to go",
                NOTICED,
                () -> city.get("/en/suggestions").statusCode() >= 404
                        && city.get("/api/suggestions").statusCode() >= 404
                        && !city.get("/en/").body().contains("/en/suggestions"));
    }

    private static int suggest(City city, String words) throws IOException {
        return city.send(city.asAdmin("/api/suggestions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"words\": \"" + words + "\"}")))
                .statusCode();
    }

    private static String asAdmin(City city, String path) throws IOException {
        return city.send(city.asAdmin(path)).body();
    }

    private static HttpServer service(String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
