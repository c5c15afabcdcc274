package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.einsnull.harness.PartnerBundle;
import de.einsnull.harness.PartnerPage;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** City IT installs, updates and removes a module: by hand in the browser, and by a script. */
@ExtendWith(DemoCity.class)
class ModuleAdministrationIT {

    private static final String NAME = "de.example.beehives";
    private static final String PAGE = "/de/bienen";
    private static final Duration ENDS = Duration.ofSeconds(20);
    private static final int NARROW = 320;

    private City city;
    private Chromium chromium;

    @BeforeEach
    void remember(City runningCity, Chromium browser) {
        city = runningCity;
        chromium = browser;
    }

    /** A test that failed half-way must not leave its module to the others. */
    @AfterEach
    void leaveNothingBehind() throws Exception {
        command("remove", NAME);
    }

    @Test
    void byHandFromTheUploadToTheRemoval() throws Exception {
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            upload(page, good("1.0.0", "Bienen am Rathaus"));
            assertThat(page.locator("main h1").innerText()).contains("installieren");
            assertThat(page.locator("main").innerText())
                    .contains(NAME, "1.0.0", "Nicht signiert", "Entwicklungsbetrieb");
            isAccessible(page);
            confirm(page);
            shows(page, "Das Modul ist installiert und gesund");
            isAccessible(page);
            says("Bienen am Rathaus");

            upload(page, broken("2.0.0"));
            assertThat(page.locator("main h1").innerText()).contains("aktualisieren");
            assertThat(page.locator("main").innerText()).contains("1.0.0 → 2.0.0");
            confirm(page);
            shows(page, "Die Änderung ist zurückgenommen");
            assertThat(page.locator("main").innerText()).contains("Es läuft wieder Version 1.0.0.", "no honey today");
            says("Bienen am Rathaus");

            page.navigate(city.url("/de/verwaltung/module/" + NAME).toString());
            assertThat(page.locator("main").innerText()).contains("Läuft", "bienen", "Zurückgenommen");
            isAccessible(page);
            page.click("main a[href$='/entfernen']");
            confirm(page);
            shows(page, "Das Modul ist entfernt");
            isGone();
        }
    }

    /** A blocked script must not keep city IT from its work; and the archive is larger than any other form may be. */
    @Test
    void byHandWithoutJavaScript() throws Exception {
        try (BrowserContext visitor = chromium.visitor(NARROW, false);
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            upload(page, PartnerPage.of(NAME, "1.0.0", "bienen", "still").resource("big.txt", noise(6_000_000)));
            confirm(page);
            Waits.until("the end of the operation", ENDS, () -> {
                page.reload();
                return page.locator("main").innerText().contains("installiert und gesund");
            });
            says("still");
        }
    }

    @Test
    void aFileThatIsNoModuleIsRefusedWithTheReason() throws Exception {
        Path file = Files.writeString(Distribution.newDirectory("archives").resolve("letter.jar"), "Dear module,");
        try (BrowserContext visitor = chromium.visitor();
                Page page = visitor.newPage()) {
            Site.logIn(city, page);
            send(page, file);
            assertThat(page.locator("main h1").innerText()).isEqualTo("Dieses Archiv wird nicht angenommen");
            assertThat(page.locator("main [role=alert]").innerText()).isNotBlank();
            assertThat(page.locator("main").innerText()).contains("letter.jar", "Es wurde nichts installiert");
            isAccessible(page);
        }
        Result refused = command("install", file.toString());
        assertThat(refused.exit()).as(refused.text()).isEqualTo(1);
        assertThat(refused.text()).startsWith("einsnull-modules: ").contains("Nothing was installed.");
    }

    @Test
    void byAScriptWithExitCodes() throws Exception {
        String first = file(good("1.0.0", "by a script")).toString();
        Result preview = command("preview", "install", first);
        assertThat(preview.text()).contains("ADD " + NAME, "It may be carried out.");
        succeeds("install", first);
        says("by a script");
        assertThat(succeeds("list").text()).contains(NAME).contains("NOT SIGNED");
        assertThat(succeeds("show", NAME).text()).contains("PAGE bienen");

        Result broken = command("update", file(broken("2.0.0")).toString());
        assertThat(broken.exit()).as(broken.text()).isEqualTo(3);
        assertThat(broken.text()).contains("Rolled back.", "no honey today");
        says("by a script");

        succeeds("stop", NAME);
        isGone();
        succeeds("start", NAME);
        says("by a script");
        assertThat(succeeds("--json", "show", NAME).text()).startsWith("{");
        succeeds("remove", NAME);
        isGone();
        assertThat(succeeds("history", NAME).text()).contains("REMOVE", "ROLLED_BACK", "INSTALL");
    }

    private static PartnerBundle good(String version, String text) {
        return PartnerPage.of(NAME, version, "bienen", text);
    }

    /** Starts, but its page cannot be made. */
    private static PartnerBundle broken(String version) {
        return new PartnerBundle(NAME, version)
                .imports("de.einsnull.portal.api;version=\"[1,2)\"")
                .property("einsnull.page.path", "bienen")
                .property("einsnull.page.access", "public")
                .component(
                        "PartnerPage",
                        "de.einsnull.portal.api.PortalPage",
                        """
                        import de.einsnull.portal.api.*;
                        public final class PartnerPage implements PortalPage {
                            public PartnerPage() {
                                throw new IllegalStateException("no honey today");
                            }
                            public PageResponse handle(PageRequest request) {
                                return PageResponse.notFound();
                            }
                        }
                        """);
    }

    private static Path file(PartnerBundle bundle) {
        return bundle.dropInto(Distribution.newDirectory("archives"));
    }

    private static String noise(int characters) {
        var random = new Random(1);
        var text = new StringBuilder(characters);
        while (text.length() < characters) {
            text.append(Long.toHexString(random.nextLong()));
        }
        return text.toString();
    }

    private void upload(Page page, PartnerBundle bundle) {
        send(page, file(bundle));
        assertThat(page.url()).as(page.locator("main").innerText()).contains("/verwaltung/module/paket/");
    }

    private void send(Page page, Path file) {
        page.navigate(city.url("/de/verwaltung/module").toString());
        page.click("main a[href$='/hochladen']");
        page.setInputFiles("input[type=file]", file);
        page.click("main form button[type=submit]");
    }

    private static void confirm(Page page) {
        page.click("main form[method=post] button[type=submit]");
        assertThat(page.url()).contains("/verwaltung/module/vorgang/");
    }

    /** The page follows the operation by itself. */
    private static void shows(Page page, String text) {
        page.locator("main").getByText(text).waitFor(new Locator.WaitForOptions().setTimeout(ENDS.toMillis()));
    }

    private static void isAccessible(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private void says(String text) {
        Waits.until("the page to say " + text, ENDS, () -> city.get(PAGE).body().equals(text));
    }

    private void isGone() {
        Waits.until("the page to be gone", ENDS, () -> city.get(PAGE).statusCode() != 200);
    }

    private Result succeeds(String... words) throws Exception {
        Result result = command(words);
        assertThat(result.exit()).as(result.text()).isZero();
        return result;
    }

    private Result command(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Distribution.home().resolve("bin/einsnull-modules").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("EINSNULL_URL", city.url("").toString());
        builder.environment().put("EINSNULL_DATA", city.data().toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), text);
    }

    private record Result(int exit, String text) {}
}
