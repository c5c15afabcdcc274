package de.einsnull.sensors.admin.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.Content;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.sensors.admin.Words;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.MovableClock;
import de.einsnull.testkit.PageVisitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without these a clerk would register half a table without knowing which half, or choose the file again and again. */
class DeviceTablePageTest {

    private final FakeTables tables = new FakeTables();
    private final MovableClock clock = MovableClock.at("2026-06-01T12:00:00Z");
    private final DeviceTablePage page =
            new DeviceTablePage(tables, new Words(file -> DeviceTablePageTest.class.getResource("/" + file)), clock);
    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);

    private static byte[] csv(String... rows) {
        return ("Kennung;Grund\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private String upload(String... rows) {
        var path = ((Redirect) ada.upload("", "datei", "g.csv", csv(rows))).path();
        assertThat(path).startsWith("verwaltung/geraete/tabelle?pruefung=");
        return path.substring(path.indexOf('=') + 1);
    }

    private Map<String, Object> report(String token, String... more) {
        return ada.model("", more.length == 0 ? new String[] {"pruefung", token} : both(token, more));
    }

    private static String[] both(String token, String... more) {
        return new String[] {"pruefung", token, more[0], more[1]};
    }

    @Test
    void everyRowIsLookedAtBeforeAnythingIsDone() {
        var model = report(upload("NEW", "CHANGED", "UNCHANGED", "FAULTY"));
        assertThat(model)
                .containsEntry("added", 1L)
                .containsEntry("changed", 1L)
                .containsEntry("unchanged", 1L)
                .containsEntry("faulty", 1L)
                .containsEntry("done", "");
        assertThat((List<?>) model.get("rows")).extracting("kind").containsExactly("good", "info", "neutral", "bad");
        assertThat(((RowView) ((List<?>) model.get("rows")).get(3)).faults())
                .containsExactly("Breitengrad: Geben Sie Grad als Zahl von -90 bis 90 ein, zum Beispiel 51,825.");
        assertThat(tables.applied).isEmpty();
    }

    @Test
    void allIsDoneOrOnlyTheGoodRowsAndTheRestIsStillThere() {
        var token = upload("NEW", "FAULTY");
        ada.post("", "pruefung", token, "absicht", "alle");
        assertThat(tables.applied).isEmpty();

        assertThat(ada.sentTo("", "pruefung", token, "absicht", "gute"))
                .isEqualTo("verwaltung/geraete/tabelle?pruefung=" + token);

        assertThat(tables.applied).containsExactly("ada");
        assertThat(report(token))
                .containsEntry("unchanged", 1L)
                .containsEntry("faulty", 1L)
                .containsEntry("done", new HeldTables.Done(1, 0));
    }

    @Test
    void faultyRowsAreGivenBackWithTheReason() {
        var token = upload("NEW", "FAULTY");
        var file = (Content) ada.get("fehler.csv", "pruefung", token);
        assertThat(new String(file.body(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF\"Kennung\";\"Grund\"\r\n\"E3\";\"Breitengrad: Geben Sie Grad als Zahl von -90 bis 90"
                        + " ein, zum Beispiel 51,825.\"\r\n");
        assertThat((List<?>) report(token, "zeigen", "fehler").get("rows")).hasSize(1);
    }

    @Test
    void aLongTableIsShownInPages() {
        var rows = new String[150];
        java.util.Arrays.fill(rows, "NEW");
        var token = upload(rows);
        assertThat((List<?>) report(token, "seite", "2").get("rows")).hasSize(50);
        assertThat(report(token).get("href")).isEqualTo("tabelle?pruefung=" + token + "&seite={page}#bericht");
    }

    @Test
    void whatCannotBeReadOrIsMissingIsSaidAtTheField() {
        var nothing = (View) ada.post("");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(((Map<?, ?>) nothing.model().get("errors")).get("datei").toString())
                .contains("CSV-Datei");
        var unreadable = (View) ada.upload("", "datei", "g.csv", csv());
        assertThat(unreadable.status()).isEqualTo(422);
        assertThat(unreadable.model().get("problem").toString()).contains("„colour“");
    }

    /** Names of devices that are not public yet may stand in it. */
    @Test
    void aTableIsItsOwnersAloneAndNotForEver() {
        var token = upload("NEW");
        var ben = new PageVisitor(page, FixedCaller.admin("ben"), Language.DE);
        assertThat(ben.model("", "pruefung", token)).containsEntry("token", "");
        assertThat(ben.get("fehler.csv", "pruefung", token)).isInstanceOf(NotFound.class);

        clock.advance(Duration.ofMinutes(31));
        var late = (View) ada.post("", "pruefung", token, "absicht", "alle");
        assertThat(((Map<?, ?>) late.model().get("errors")).get("datei").toString())
                .contains("noch einmal");
        assertThat(tables.applied).isEmpty();
    }

    @Test
    void manyTablesPushTheOldestOut() {
        var first = upload("NEW");
        for (int i = 0; i < 20; i++) {
            upload("NEW");
        }
        assertThat(report(first)).containsEntry("token", "");
    }

    @Test
    void withoutTheDatabaseTheTableIsStillThere() {
        var token = upload("NEW");
        tables.away = true;
        var view = (View) ada.post("", "pruefung", token, "absicht", "alle");
        assertThat(view.status()).isEqualTo(503);
        assertThat(view.model()).containsEntry("away", true).containsEntry("token", token);
    }

    @Test
    void columnsAreGermanForWhoeverReadsGerman() {
        assertThat(text(ada, "vorlage.csv")).isEqualTo("\uFEFFtemplate de");
        var erin = new PageVisitor(page, FixedCaller.admin("erin"), Language.UK);
        assertThat(text(erin, "geraete.csv")).isEqualTo("export en");
        assertThat(ada.get("x.csv")).isInstanceOf(NotFound.class);
    }

    private static String text(PageVisitor visitor, String path) {
        return new String(((Content) visitor.get(path)).body(), StandardCharsets.UTF_8);
    }
}
