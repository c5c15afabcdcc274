package de.einsnull.portal.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.DemoNotice;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.shell.contrib.RegistryAccess;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** What visitors get, whatever modules do. */
@Timeout(30)
class PageFlowTest {

    private static final String L10N = "OSGI-INF/l10n/messages";
    private static final PortalPage TREES =
            request -> PageResponse.view("trees", "title", Map.of("rest", request.path()));

    private final TestPortal portal = new TestPortal();
    private final FakeBundle bundle = new FakeBundle(new MemoryResources("trees")
            .with("templates/trees.peb", "{{ style('trees.css') }}<h1>{{ title }}</h1><p>{{ rest }}</p>{{ t('only') }}")
            .with("templates/form.peb", "<h1>{{ title }}</h1><form>{{ csrf() }}</form>")
            .with("static/trees.css", "a{}")
            .with(L10N + ".properties", "title=Bäume\nonly=Deutsch\ndemo=Alles erfunden")
            .with(L10N + "_en.properties", "title=Trees\nonly=English\ndemo=All invented")
            .with(L10N + "_tr.properties", "title=Ağaçlar"));
    private final PageFlow flow = new PageFlow(
            portal.registry(),
            portal.ownPages(),
            portal.contributors().shell(),
            portal.lanes(),
            portal.meters(),
            portal.frame(),
            portal.errors(),
            Duration.ofMillis(1_500));

    @AfterEach
    void close() {
        portal.close();
    }

    private Answer get(Language language, String path) throws InterruptedException {
        return flow.answer(portal.visit(language, path));
    }

    private Answer get(String path) throws InterruptedException {
        return get(Language.DE, path);
    }

    private static String html(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void putsAContributedPageIntoTheFrame() throws Exception {
        portal.add(bundle, "baeume", "public", TREES);
        var answer = get(Language.EN, "baeume/linde");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(html(answer))
                .contains("<html lang=\"en\" dir=\"ltr\"", "<title>Trees – Stadt Oelde</title>")
                .contains("<h1>Trees</h1><p>linde</p>English", "/trees.css\">", "class=\"en-skip\" href=\"#inhalt\"")
                .doesNotContain("en-missing");
        assertThat(answer.keeping()).isEqualTo(Answer.Keeping.ASK);
    }

    @Test
    void mirrorsArabicPagesAndNotesWhatIsNotTranslated() throws Exception {
        portal.add(bundle, "baeume", "public", TREES);
        assertThat(html(get(Language.AR, "baeume"))).contains("<html lang=\"ar\" dir=\"rtl\"", "en-missing");
        assertThat(html(get(Language.TR, "baeume"))).contains("<h1>Ağaçlar</h1>", "<span lang=\"de\">Deutsch</span>");
    }

    @Test
    void keepsPagesOfAPersonOutOfCaches() throws Exception {
        portal.add(bundle, "baeume", "public", TREES);
        portal.add(bundle, "formular", "public", request -> PageResponse.view("form", "title", Map.of()));
        var form = get("formular");
        assertThat(form.keeping()).isEqualTo(Answer.Keeping.NEVER);
        assertThat(form.compressible())
                .as("a compressed page could give the token away")
                .isFalse();
        portal.logIn(TestPortal.CITIZEN);
        assertThat(get("baeume").keeping()).isEqualTo(Answer.Keeping.NEVER);
    }

    @Test
    void sendsStrangersToTheLogInAndBack() throws Exception {
        portal.add(bundle, "aufgaben", "staff", TREES);
        var answer = get("aufgaben/7");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headers()).containsEntry("Location", "/de/anmelden?next=%2Fde%2Faufgaben%2F7");
        var filtered = portal.visit(Language.DE, "aufgaben", Map.of("art", List.of("a&b"), "seite", List.of("2")));
        assertThat(flow.answer(filtered).headers().get("Location"))
                .isEqualTo("/de/anmelden?next=%2Fde%2Faufgaben%3Fart%3Da%2526b%26seite%3D2");
        portal.logIn(TestPortal.CITIZEN);
        assertThat(get("aufgaben").status()).isEqualTo(403);
        assertThat(html(get("aufgaben"))).contains("nicht für Sie freigegeben");
        portal.logIn(TestPortal.ADMIN);
        assertThat(get("aufgaben").status()).isEqualTo(200);
    }

    @Test
    void takesFormsOnlyWithTheRightToken() throws Exception {
        var calls = new AtomicInteger();
        portal.add(bundle, "formular", "public", request -> {
            calls.incrementAndGet();
            return new PageResponse.Redirect("formular/danke");
        });
        assertThat(flow.answer(portal.post("formular", Map.of())).status()).isEqualTo(403);
        assertThat(flow.answer(portal.post("formular", Map.of("csrf", List.of("wrong"))))
                        .status())
                .isEqualTo(403);
        assertThat(calls).hasValue(0);
        var answer = flow.answer(portal.post("formular", Map.of("csrf", List.of(TestPortal.TOKEN))));
        assertThat(answer.headers()).containsEntry("Location", "/de/formular/danke");
    }

    @Test
    void showsAFormWithErrorsWithItsStatus() throws Exception {
        portal.add(
                bundle,
                "formular",
                "public",
                request -> new PageResponse.View("form", "title", new Object[0], Map.of(), 422));
        var answer = flow.answer(portal.post("formular", Map.of("csrf", List.of(TestPortal.TOKEN))));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.keeping()).isEqualTo(Answer.Keeping.NEVER);
    }

    @Test
    void servesDownloads() throws Exception {
        portal.add(bundle, "daten", "public", request -> new PageResponse.Content("text/csv", new byte[] {65}));
        assertThat(get("daten").mediaType()).isEqualTo("text/csv");
        assertThat(get("daten").body()).containsExactly(65);
    }

    @Test
    void says404ForPagesThatDoNotExist() throws Exception {
        portal.add(bundle, "baeume", "public", request -> PageResponse.notFound());
        assertThat(get("nirgends").status()).isEqualTo(404);
        assertThat(get("baeume/7").status()).isEqualTo(404);
        assertThat(html(get(Language.UK, "nirgends"))).contains("Такої сторінки немає");
    }

    /** The visitor learns a number to tell; the page next door does not notice. */
    @Test
    void keepsAThrowingPageToItself() throws Exception {
        portal.add(bundle, "kaputt", "public", request -> {
            throw new IllegalStateException("geheim");
        });
        portal.add(bundle, "fehlt", "public", request -> PageResponse.view("no-such-template", "title", Map.of()));
        assertThat(get("kaputt").status()).isEqualTo(500);
        assertThat(html(get("kaputt"))).contains("r-1").doesNotContain("geheim", "IllegalState");
        assertThat(get("fehlt").status()).isEqualTo(500);
        assertThat(get("impressum").status()).isEqualTo(200);
        assertThat(portal.guard().strikes()).contains("THREW page /kaputt", "THREW page /fehlt");
    }

    @Test
    void givesUpOnAHangingPage() throws Exception {
        portal.add(bundle, "haengt", "public", request -> {
            new CountDownLatch(1).await();
            return PageResponse.notFound();
        });
        var answer = get("haengt");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(portal.metrics().counted("portal.failures bundle trees cause late"))
                .isEqualTo(1);
        assertThat(portal.metrics().timed("portal.pages bundle trees")).isEmpty();
        assertThat(portal.guard().strikes()).containsExactly("TIMED_OUT page /haengt");
    }

    /** A page that swallows the interruption keeps a thread; the guard must hear of it before all are gone. */
    @Test
    void reportsAPageThatGoesOnAfterItWasToldToEnd() throws Exception {
        var end = new CountDownLatch(1);
        portal.add(bundle, "endlos", "public", request -> {
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return PageResponse.notFound();
        });
        get("endlos");
        Eventually.eventually("the report", () -> portal.guard().strikes().contains("STUCK page /endlos"));
        end.countDown();
    }

    /** One page must not take the memory of all. */
    @Test
    void sendsNothingThatIsTooLarge() throws Exception {
        portal.add(bundle, "riesig", "public", request -> new PageResponse.Content("text/plain", new byte[9 << 20]));
        bundle.update(new MemoryResources("trees")
                .with("templates/long.peb", "{{ text }}{{ text }}")
                .with(L10N + ".properties", "title=Bäume"));
        portal.add(
                bundle,
                "lang",
                "public",
                request -> PageResponse.view("long", "title", Map.of("text", "x".repeat(3 << 20))));
        assertThat(get("riesig").status()).isEqualTo(500);
        assertThat(get("lang").status()).isEqualTo(500);
        assertThat(portal.guard().strikes()).containsExactly("TOO_LARGE page /riesig", "TOO_LARGE page /lang");
    }

    @Test
    void says503WhileABundleIsAwayAndGivesTheInputBack() throws Exception {
        ServiceReference<PortalPage> reference = portal.add(bundle, "formular", "public", TREES);
        RegistryAccess.removePage(portal.registry(), reference);
        bundle.state(Bundle.RESOLVED);
        var fields = Map.of(
                "csrf", List.of(TestPortal.TOKEN), "text", List.of("Laterne <kaputt>"), "password", List.of("geheim"));
        var answer = flow.answer(portal.post("formular", fields));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsEntry("Retry-After", "10");
        assertThat(html(answer))
                .contains(
                        "Gerade nicht verfügbar",
                        "name=\"text\" value=\"Laterne &lt;kaputt&gt;\"",
                        "Noch einmal senden")
                .doesNotContain("geheim");
    }

    @Test
    void letsNobodyTakeTheShellsPages() throws Exception {
        portal.add(bundle, "anmelden", "public", TREES);
        portal.add(bundle, "", "public", TREES);
        assertThat(html(get("anmelden"))).contains("action=\"/login\"");
        assertThat(html(get(""))).contains("Was möchten Sie erledigen?");
    }

    @Test
    void showsTheWayToAPage() throws Exception {
        portal.add(bundle, "baeume", "public", TREES);
        portal.add(bundle, new MenuEntry(MenuEntry.Place.CITIZEN, 1, "baeume", "title", "tree", "public"));
        String page = html(get("baeume/7"));
        assertThat(page.substring(page.indexOf("en-crumbs"), page.indexOf("<main")))
                .contains("<a href=\"/de/\">Start</a>", "<a href=\"/de/baeume\">Bäume</a>", "aria-current=\"page\"");
    }

    @Test
    void notesDemoDataOnEveryPage() throws Exception {
        ServiceReference<DemoNotice> reference = bundle.reference(0, Map.of());
        RegistryAccess.add(portal.registry(), new DemoNotice("demo"), reference);
        assertThat(html(get(Language.EN, "impressum"))).contains("All invented");
        RegistryAccess.removeNotice(portal.registry(), reference);
        assertThat(html(get(Language.EN, "impressum"))).doesNotContain("en-notice");
    }

    /** Menu, cards and search appear only when something contributes. */
    @Test
    void showsNoEmptyPlaces() throws Exception {
        assertThat(html(get("")))
                .contains("Hier entsteht das Portal Ihrer Stadt")
                .doesNotContain("en-menu", "en-search", "en-now");
        portal.add(bundle, "suche", "public", TREES);
        assertThat(html(get(""))).contains("en-search");
    }

    @Test
    void wearsWhatTheVisitorChose() throws Exception {
        var visit = portal.visit(Language.DE, "impressum");
        var dark = Preferences.parse("de.high.large.dark");
        var answer = flow.answer(new Visit(
                "GET", Language.DE, "impressum", Map.of(), Map.of(), visit.identity(), visit.token(), "r", dark));
        assertThat(html(answer))
                .contains("data-contrast=\"high\" data-size=\"large\" data-kern-theme=\"dark\"")
                .contains("value=\"dark\" checked");
    }
}
