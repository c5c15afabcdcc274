package de.einsnull.bench;

import de.einsnull.harness.PartnerBundle;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Many types of drivers, and a probe within the platform that installs, switches, updates and watches them. */
final class DriverFleet {

    /** Types that are installed; one more is there to come and go. */
    static final int TYPES = 30;

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String PAGE = "/de/treiberprobe";

    private final City city;
    private final Path folder = Distribution.newDirectory("drivers");

    DriverFleet(City city) {
        this.city = city;
        for (int version = 1; version <= 2; version++) {
            for (int type = 0; type <= TYPES; type++) {
                station(type, version).dropInto(folder(version));
            }
        }
        probe().dropInto(city.deploy());
        Waits.until("the probe", LIMIT, () -> city.get(PAGE).statusCode() == 200);
    }

    private Path folder(int version) {
        try {
            return Files.createDirectories(folder.resolve("v" + version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PartnerBundle station(int type, int version) {
        return new PartnerBundle("org.example.type" + type, "1.0." + version)
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .configured()
                .component(
                        "Station",
                        "de.einsnull.sensors.api.driver.SensorDriver",
                        source("Station").replace("%d", String.valueOf(version)));
    }

    private static PartnerBundle probe() {
        return new PartnerBundle("org.example.probe", "1.0.0")
                .imports("de.einsnull.portal.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api;version=\"[1,2)\"")
                .imports("de.einsnull.sensors.api.driver;version=\"[1,2)\"")
                .imports("org.osgi.framework")
                .imports("org.osgi.service.cm")
                .property("einsnull.page.path", "treiberprobe")
                .property("einsnull.page.access", "public")
                .component("Probe", "de.einsnull.portal.api.PortalPage", source("Probe"));
    }

    private static String source(String name) {
        try (var text = DriverFleet.class.getResourceAsStream(name + ".java.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has the probe do a job.
     *
     * @param job name of the job
     * @param number how many or how often
     * @return figures by name
     */
    Map<String, Long> have(String job, int number) throws IOException {
        city.get(PAGE + "?job=" + job + "&number=" + number + "&folder="
                + URLEncoder.encode(folder.toString(), StandardCharsets.UTF_8));
        Waits.until(
                "the end of the job " + job, LIMIT, () -> !city.get(PAGE).body().startsWith("busy"));
        var said = city.get(PAGE).body();
        if (!said.startsWith("done ")) {
            throw new IllegalStateException(job + ": " + said);
        }
        var figures = new HashMap<String, Long>();
        for (var figure : said.substring("done ".length()).split(" ")) {
            var parts = figure.split("=");
            figures.put(parts[0], Long.parseLong(parts[1]));
        }
        return figures;
    }
}
