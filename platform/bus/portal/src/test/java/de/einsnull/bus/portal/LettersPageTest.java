package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.testkit.FakeDeadLetters;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, city IT could not see why a message was not handled, or would lose one without a trace. */
class LettersPageTest {

    private static final Clock CLOCK = Clock.fixed(FakeDeadLetters.AT.plusSeconds(60), ZoneOffset.UTC);

    private final FakeDeadLetters letters = new FakeDeadLetters();
    private final RecordedAudit audit = new RecordedAudit();
    private final LettersPage page = new LettersPage(
            () -> {
                if (letters.isAway()) {
                    throw new BusException("away", null);
                }
                return List.of(new Group("stock", List.of("shop/#"), true, 0, 1));
            },
            letters,
            audit,
            CLOCK);

    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);

    @Test
    void listsTheOldestFirstAndKeepsTheFilterOnTheNextPage() {
        for (int i = 0; i < 30; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.add("o1", "other group", "{}");

        var first = ada.model("");
        assertThat(first).containsEntry("count", 31L).containsEntry("more", true);
        assertThat((List<?>) first.get("rows")).hasSize(25);
        assertThat(((LetterRow) ((List<?>) first.get("rows")).get(0)).id()).isEqualTo("s0");

        var second = ada.model("", "gruppe", "stock", "seite", "2");
        assertThat((List<?>) second.get("rows")).hasSize(5);
        assertThat(second).containsEntry("more", false).containsEntry("filter", "gruppe=stock&");
        assertThat(ada.model("", "gruppe", "other group")).containsEntry("filter", "gruppe=other+group&");
    }

    @Test
    void offersGroupsThatAreGoneButHaveLeftLetters() {
        letters.add("1", "gone", "{}");
        assertThat(ada.model("")).containsEntry("groups", List.of("gone", "stock"));
    }

    @Test
    void shortensWhatDoesNotFitIntoARow() {
        letters.add("1", "stock", "{}");
        assertThat(((LetterRow) ((List<?>) ada.model("").get("rows")).get(0)).detail())
                .hasSize(161)
                .endsWith("…");
        assertThat((String) ada.model("1").get("detail")).hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "", "99999999999"})
    void aPageThatDoesNotExistIsTheFirst(String number) {
        assertThat(ada.model("", "seite", number)).containsEntry("page", 1);
    }

    @Test
    void nothingHappensBeforeItIsConfirmed() {
        letters.add("1", "stock", "{}");
        assertThat(((View) ada.get("1/loeschen")).template()).isEqualTo("confirm");
        assertThat(((View) ada.get("1/zustellen")).titleKey()).isEqualTo("letter.zustellen.title");
        assertThat(((View) ada.get("alle-zustellen")).template()).isEqualTo("confirm-all");
        assertThat(letters.all()).hasSize(1);
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void replayAndDiscardAreDoneRecordedAndSaid() {
        letters.add("1", "stock", "{}");
        letters.add("2", "stock", "{}");

        assertThat(ada.sentTo("1/zustellen", "gruppe", "stock"))
                .isEqualTo("verwaltung/nachrichten?gruppe=stock&meldung=zugestellt&anzahl=1");
        assertThat(ada.sentTo("2/loeschen")).isEqualTo("verwaltung/nachrichten?meldung=geloescht&anzahl=1");

        assertThat(letters.replayed()).containsExactly("1");
        assertThat(letters.all()).isEmpty();
        assertThat(audit.lines()).containsExactly("ada bus.letter.replayed 1 true", "ada bus.letter.discarded 2 true");
    }

    @Test
    void whoComesSecondIsToldAndNothingIsRecorded() {
        assertThat(ada.sentTo("1/zustellen")).contains("meldung=weg");
        assertThat(ada.sentTo("1/loeschen")).contains("meldung=weg");
        assertThat(((Redirect) ada.get("1")).path()).contains("meldung=weg");
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void replaysAllOfTheFilterAndNoOthers() {
        for (int i = 0; i < 120; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.add("o", "other", "{}");

        assertThat(ada.sentTo("alle-zustellen", "gruppe", "stock")).contains("meldung=zugestellt&anzahl=120");

        assertThat(letters.all()).hasSize(1);
        assertThat(audit.lines()).containsExactly("ada bus.letters.replayed stock: 120 true");
        assertThat(ada.sentTo("alle-zustellen", "gruppe", "stock")).contains("meldung=nichts");
    }

    @Test
    void saysHowFarItCameWhenTheBrokerGoesAwayMeanwhile() {
        for (int i = 0; i < 10; i++) {
            letters.add("s" + i, "stock", "{}");
        }
        letters.goAwayAfter(4);
        assertThat(ada.sentTo("alle-zustellen")).contains("meldung=abgebrochen&anzahl=4");
        assertThat(audit.lines()).containsExactly("ada bus.letters.replayed *: 4 false");
    }

    @Test
    void aBrokerThatIsAwayIsSaidOnEveryPage() {
        letters.setAway(true);
        for (String path : List.of("", "1", "alle-zustellen", "1/loeschen")) {
            var view = (View) ada.get(path);
            assertThat(view.template()).isEqualTo("away");
            assertThat(view.status()).isEqualTo(503);
        }
        assertThat(((View) ada.post("1/zustellen")).template()).isEqualTo("away");
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void saysWhatWasDoneButNothingThatAnAddressMakesUp() {
        assertThat(ada.model("", "meldung", "zugestellt", "anzahl", "3").get("notice"))
                .isEqualTo(new Notice.Counted("success", "letters.notice.zugestellt", 3));
        assertThat(ada.model("", "meldung", "<b>", "anzahl", "3")).containsEntry("notice", "");
        assertThat(ada.model("", "meldung", "weg", "anzahl", "viele").get("notice"))
                .isEqualTo(new Notice.Counted("info", "letters.notice.weg", 0));
    }

    @Test
    void otherPathsAreNotThere() {
        assertThat(ada.get("1/2/3")).isInstanceOf(NotFound.class);
        assertThat(ada.post("1")).isInstanceOf(NotFound.class);
        assertThat(ada.get("a'b")).isInstanceOf(NotFound.class);
    }
}
