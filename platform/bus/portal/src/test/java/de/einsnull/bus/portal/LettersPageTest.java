package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, city IT could not see why a message was not handled, or would lose one without a trace. */
class LettersPageTest {

    private static final Clock CLOCK = Clock.fixed(FakeLetters.AT.plusSeconds(60), ZoneOffset.UTC);

    private final FakeLetters letters = new FakeLetters();
    private final Trail trail = new Trail();
    private final LettersPage page = new LettersPage(
            () -> {
                if (letters.away) {
                    throw new BusException("away", null);
                }
                return List.of(new Group("stock", List.of("shop/#"), true, 0, 1));
            },
            letters,
            trail,
            CLOCK);

    private PageResponse ask(String method, String path, String... parameters) {
        var map = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], List.of(parameters[i + 1]));
        }
        var admin = new Identity("ada", "Ada", Set.of(Roles.ADMIN));
        return page.handle(new PageRequest(method, path, Language.DE, admin, map));
    }

    private Map<String, Object> model(String path, String... parameters) {
        return ((View) ask("GET", path, parameters)).model();
    }

    private String sentTo(String path, String... parameters) {
        return ((Redirect) ask("POST", path, parameters)).path();
    }

    @Test
    void listsTheOldestFirstAndKeepsTheFilterOnTheNextPage() {
        for (int i = 0; i < 30; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.add("o1", "other group", "{}");

        var first = model("");
        assertThat(first).containsEntry("count", 31L).containsEntry("more", true);
        assertThat((List<?>) first.get("rows")).hasSize(25);
        assertThat(((LetterRow) ((List<?>) first.get("rows")).get(0)).id()).isEqualTo("s0");

        var second = model("", "gruppe", "stock", "seite", "2");
        assertThat((List<?>) second.get("rows")).hasSize(5);
        assertThat(second).containsEntry("more", false).containsEntry("filter", "gruppe=stock&");
        assertThat(model("", "gruppe", "other group")).containsEntry("filter", "gruppe=other+group&");
    }

    @Test
    void offersGroupsThatAreGoneButHaveLeftLetters() {
        letters.add("1", "gone", "{}");
        assertThat(model("")).containsEntry("groups", List.of("gone", "stock"));
    }

    @Test
    void shortensWhatDoesNotFitIntoARow() {
        letters.add("1", "stock", "{}");
        assertThat(((LetterRow) ((List<?>) model("").get("rows")).get(0)).detail())
                .hasSize(161)
                .endsWith("…");
        assertThat((String) model("1").get("detail")).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "99999999999"})
    void aPageThatDoesNotExistIsTheFirst(String number) {
        assertThat(model("", "seite", number)).containsEntry("page", 1);
    }

    @Test
    void nothingHappensBeforeItIsConfirmed() {
        letters.add("1", "stock", "{}");
        assertThat(((View) ask("GET", "1/loeschen")).template()).isEqualTo("confirm");
        assertThat(((View) ask("GET", "1/zustellen")).titleKey()).isEqualTo("letter.zustellen.title");
        assertThat(((View) ask("GET", "alle-zustellen")).template()).isEqualTo("confirm-all");
        assertThat(letters.all).hasSize(1);
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void replayAndDiscardAreDoneRecordedAndSaid() {
        letters.add("1", "stock", "{}");
        letters.add("2", "stock", "{}");

        assertThat(sentTo("1/zustellen", "gruppe", "stock"))
                .isEqualTo("verwaltung/nachrichten?gruppe=stock&meldung=zugestellt&anzahl=1");
        assertThat(sentTo("2/loeschen")).isEqualTo("verwaltung/nachrichten?meldung=geloescht&anzahl=1");

        assertThat(letters.replayed).containsExactly("1");
        assertThat(letters.all).isEmpty();
        assertThat(trail.entries).containsExactly("ada bus.letter.replayed 1 true", "ada bus.letter.discarded 2 true");
    }

    @Test
    void whoComesSecondIsToldAndNothingIsRecorded() {
        assertThat(sentTo("1/zustellen")).contains("meldung=weg");
        assertThat(sentTo("1/loeschen")).contains("meldung=weg");
        assertThat(((Redirect) ask("GET", "1")).path()).contains("meldung=weg");
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void replaysAllOfTheFilterAndNoOthers() {
        for (int i = 0; i < 120; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.add("o", "other", "{}");

        assertThat(sentTo("alle-zustellen", "gruppe", "stock")).contains("meldung=zugestellt&anzahl=120");

        assertThat(letters.all).hasSize(1);
        assertThat(trail.entries).containsExactly("ada bus.letters.replayed stock: 120 true");
        assertThat(sentTo("alle-zustellen", "gruppe", "stock")).contains("meldung=nichts");
    }

    @Test
    void saysHowFarItCameWhenTheBrokerGoesAwayMeanwhile() {
        for (int i = 0; i < 10; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.awayAfter = 4;
        assertThat(sentTo("alle-zustellen")).contains("meldung=abgebrochen&anzahl=4");
        assertThat(trail.entries).containsExactly("ada bus.letters.replayed *: 4 false");
    }

    @Test
    void aBrokerThatIsAwayIsSaidOnEveryPage() {
        letters.away = true;
        for (String path : List.of("", "1", "alle-zustellen", "1/loeschen")) {
            var view = (View) ask("GET", path);
            assertThat(view.template()).isEqualTo("away");
            assertThat(view.status()).isEqualTo(503);
        }
        assertThat(((View) ask("POST", "1/zustellen")).template()).isEqualTo("away");
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void saysWhatWasDoneButNothingThatAnAddressMakesUp() {
        assertThat(model("", "meldung", "zugestellt", "anzahl", "3").get("notice"))
                .isEqualTo(new Notice.Shown("success", "letters.notice.zugestellt", 3));
        assertThat(model("", "meldung", "<b>", "anzahl", "3")).containsEntry("notice", "");
        assertThat(model("", "meldung", "weg", "anzahl", "viele").get("notice"))
                .isEqualTo(new Notice.Shown("info", "letters.notice.weg", 0));
    }

    @Test
    void otherPathsAreNotThere() {
        assertThat(ask("GET", "1/2/3")).isInstanceOf(NotFound.class);
        assertThat(ask("POST", "1")).isInstanceOf(NotFound.class);
        assertThat(ask("GET", "a'b")).isInstanceOf(NotFound.class);
    }

    private static final class Trail implements AuditTrail {

        final List<String> entries = new ArrayList<>();

        @Override
        public void record(String actor, String action, String object, boolean success) {
            entries.add(actor + " " + action + " " + object + " " + success);
        }

        @Override
        public List<Entry> newest(int limit) {
            return List.of(new Entry(Instant.EPOCH, "", "", "", true));
        }
    }
}
