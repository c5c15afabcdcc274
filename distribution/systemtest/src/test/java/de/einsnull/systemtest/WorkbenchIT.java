package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.harness.PartnerProject;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A partner who changes a line and saves sees the change in a city of his own, as docs/partner promises. */
class WorkbenchIT {

    private static final Duration STARTS = Duration.ofMinutes(3);
    private static final Duration REDEPLOYS = Duration.ofSeconds(60);
    private static final Pattern PORTAL = Pattern.compile("Portal +(http://\\S+?)/en/");
    private static final String TEXTS = "src/main/resources/OSGI-INF/l10n/messages_en.properties";

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void aSavedFileIsInTheCityWithinSecondsAndABrokenOneChangesNothing() throws Exception {
        var project = PartnerProject.generate("module", "de.example.ideas");
        URI page;
        try (var bench = project.begin("exec:java")) {
            Waits.until("the workbench", STARTS, () -> bench.said().contains("Deploys into"));
            var portal = PORTAL.matcher(bench.said());
            assertThat(portal.find()).as(bench.said()).isTrue();
            assertThat(bench.said()).contains("name admin, password", "bearer ", "MQTT      127.0.0.1:");
            page = URI.create(portal.group(1) + "/en/suggestions");
            shows(page, "This was suggested to the city.");

            project.edit(TEXTS, "This was suggested to the city.", "Saved a moment ago.");
            shows(page, "Saved a moment ago.");

            String source = "src/main/java/de/example/ideas/package-info.java";
            project.write(source, "no Java");
            Waits.until("the failure", REDEPLOYS, () -> bench.said().contains("Not deployed, the build failed"));
            shows(page, "Saved a moment ago.");
        }
        Waits.until("the city to end with the workbench", REDEPLOYS, () -> !answers(page));
    }

    private void shows(URI page, String text) {
        Waits.until(text, REDEPLOYS, () -> answers(page) && get(page).contains(text));
    }

    private boolean answers(URI page) {
        try {
            get(page);
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private String get(URI page) throws IOException {
        try {
            return browser.send(HttpRequest.newBuilder(page).timeout(STARTS).build(), BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
