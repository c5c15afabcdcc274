package de.einsnull.portal.shell.menu;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.MenuEntry.Place;
import de.einsnull.portal.shell.contrib.RegistryAccess;
import de.einsnull.portal.shell.testing.FakeBundle;
import de.einsnull.portal.shell.testing.MemoryResources;
import de.einsnull.portal.shell.testing.TestPortal;
import de.einsnull.security.api.Identity;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MenusTest {

    private final TestPortal portal = new TestPortal();
    private final FakeBundle bundle = new FakeBundle(new MemoryResources("trees")
            .with("OSGI-INF/l10n/messages.properties", "title=Bäume\ntitle.hint=Alle Bäume der Stadt\nplain=Einfach")
            .with("OSGI-INF/l10n/messages_en.properties", "title=Trees"));

    @AfterEach
    void close() {
        portal.close();
    }

    private List<MenuItem> items(Place place, Language language, Identity who, String path) {
        return portal.menus().items(place, language, who, path);
    }

    private static MenuEntry entry(Place place, int order, String path, String key, String access) {
        return new MenuEntry(place, order, path, key, "tree", access);
    }

    @Test
    void speaksTheReadersLanguageOrSaysThatItDoesNot() {
        portal.add(bundle, entry(Place.CITIZEN, 1, "baeume", "title", "public"));
        assertThat(items(Place.CITIZEN, Language.EN, Identity.ANONYMOUS, "")
                        .get(0)
                        .title())
                .isEqualTo("Trees");
        var turkish = items(Place.CITIZEN, Language.TR, Identity.ANONYMOUS, "").get(0);
        assertThat(turkish.title()).isEqualTo("Bäume");
        assertThat(turkish.titleLanguage()).isEqualTo("de");
        assertThat(turkish.hint()).isEqualTo("Alle Bäume der Stadt");
    }

    @Test
    void showsEntriesToThoseTheyAreFor() {
        portal.add(bundle, entry(Place.CITIZEN, 1, "a", "plain", "public"));
        portal.add(bundle, entry(Place.CITIZEN, 2, "b", "plain", "authenticated"));
        portal.add(bundle, entry(Place.CITIZEN, 3, "c", "plain", "staff"));
        assertThat(items(Place.CITIZEN, Language.DE, Identity.ANONYMOUS, "")).hasSize(1);
        assertThat(items(Place.CITIZEN, Language.DE, TestPortal.CITIZEN, "")).hasSize(2);
        assertThat(items(Place.CITIZEN, Language.DE, TestPortal.ADMIN, "")).hasSize(3);
    }

    @Test
    void marksWhereTheReaderIs() {
        portal.add(bundle, entry(Place.CITIZEN, 1, "baeume", "title", "public"));
        portal.add(bundle, entry(Place.CITIZEN, 2, "baeumehaus", "plain", "public"));
        assertThat(items(Place.CITIZEN, Language.DE, Identity.ANONYMOUS, "baeume/7"))
                .extracting(MenuItem::current)
                .containsExactly(true, false);
    }

    @Test
    void mixesTheShellsOwnEntriesWithOthers() {
        portal.add(bundle, entry(Place.ADMIN, 150, "verwaltung/baeume", "title", "admin"));
        assertThat(items(Place.ADMIN, Language.DE, TestPortal.ADMIN, ""))
                .extracting(MenuItem::path)
                .containsExactly("verwaltung/zustand", "verwaltung/baeume", "verwaltung/schnittstellen");
        assertThat(items(Place.ADMIN, Language.DE, TestPortal.CITIZEN, "")).isEmpty();
        assertThat(items(Place.FOOTER, Language.DE, Identity.ANONYMOUS, "")).hasSize(4);
    }

    /** An updated bundle takes its entry away and brings it back: open pages hear of it once. */
    @Test
    void tellsOpenPagesOnceOfSeveralChanges() throws Exception {
        var told = new Semaphore(0);
        var messages = new CopyOnWriteArrayList<String>();
        var live = new LiveMenu(portal.registry(), (channel, json) -> {
            messages.add(channel + " " + json);
            told.release();
        });
        var reference = portal.add(bundle, entry(Place.CITIZEN, 1, "baeume", "title", "public"));
        RegistryAccess.removeEntry(portal.registry(), reference);
        portal.add(bundle, entry(Place.CITIZEN, 1, "baeume", "title", "public"));
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        assertThat(messages).containsExactly("menu {\"changed\":\"menu\"}");
        portal.add(bundle, entry(Place.CITIZEN, 2, "parks", "plain", "public"));
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        live.stop();
        portal.add(bundle, entry(Place.CITIZEN, 3, "wege", "plain", "public"));
        assertThat(messages).hasSize(2);
    }
}
