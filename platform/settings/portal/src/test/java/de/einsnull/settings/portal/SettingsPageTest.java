package de.einsnull.settings.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.Content;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.settings.api.CsvImport.Row;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.StoredSettings;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, city IT would lose what it typed, read a secret that is nobody's business, or change the wrong thing. */
class SettingsPageTest {

    private static final String PATH = SettingsPage.PATH;
    private static final String GATE = FakeSettings.GATE;
    private static final String HOUSE = FakeSettings.HOUSE;

    private final FakeSettings settings = new FakeSettings();
    private final Words words = new Words(file -> SettingsPageTest.class.getResource("/" + file));
    private final SettingsPage page = new SettingsPage(settings, settings, settings, words);
    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);

    private void keep(String pid, String instance, Map<String, List<String>> values, String file) {
        settings.stored.add(new StoredSettings(pid, instance, values, Set.of("key"), file));
    }

    private static List<FieldView> fields(PageResponse response) {
        return ((List<?>) ((View) response).model().get("fields"))
                .stream().map(FieldView.class::cast).toList();
    }

    private static FieldView field(PageResponse response, String id) {
        return fields(response).stream()
                .filter(field -> field.field().equals("f." + id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListTellsApartWhatThereIsOneOfSeveralOfAndLibraries() {
        keep(HOUSE, "", Map.of(), "/etc/house.cfg");
        var model = ada.model("");
        assertThat((List<?>) model.get("several")).hasSize(1);
        assertThat(model.get("single").toString()).contains(HOUSE).contains("file=true");
        assertThat((List<?>) model.get("libraries")).hasSize(1);
        assertThat((List<?>) ada.model("", "suche", "HOUSE").get("several")).isEmpty();
    }

    @Test
    void aFormHasAFieldForEachSettingWithDefaultBoundsAndCondition() {
        var form = ada.get("neu/" + GATE);
        assertThat(fields(form))
                .extracting(FieldView::kind)
                .containsExactly("text", "text", "choice", "lines", "secret");
        assertThat(field(form, "port").notes()).containsExactly("Von 1 bis 10.", "Standard: 5");
        assertThat(field(form, "open").options().get("").text()).isEqualTo("Standard: Ja");
        assertThat(field(form, "topics").notes()).containsExactly("Ein Wert in jeder Zeile.", "Standard: a · b");
        assertThat(field(form, "key").notes()).containsExactly("Gilt nur, wenn „open“ auf „Ja“ steht.");
        assertThat(((View) form).model()).containsEntry("foreign", true).containsEntry("testable", true);
    }

    @Test
    void whatIsTypedIsAppliedAsLinesAndPlaces() {
        assertThat(ada.post("neu/" + GATE, "f.instance", "north", "f.topics", "a/b\r\nc", "f.key", "geheim"))
                .isEqualTo(new Redirect(PATH + "/" + GATE + "?meldung=gespeichert"));
        assertThat(settings.applied.get(0).isNew()).isTrue();
        assertThat(settings.applied.get(0).values())
                .containsEntry("topics", List.of("a/b", "c"))
                .containsEntry("key", List.of("geheim"));

        ada.post(HOUSE, "f.place.laenge", "8,14", "f.place.breite", "51.8");
        assertThat(settings.applied.get(1).values()).containsEntry("place", List.of("8.14,51.8"));
    }

    @Test
    void mistakesAreSaidAtTheirFieldAndNothingTypedIsLost() {
        settings.faults =
                List.of(new Fault("port", Code.TOO_LARGE, "10"), new Fault("", Code.MODULE, "Das passt nicht."));
        var view = (View) ada.post("neu/" + GATE, "f.instance", "north", "f.port", "11", "f.key", "geheim");
        assertThat(view.status()).isEqualTo(422);
        assertThat(view.model()).containsEntry("errors", Map.of("f.port", "Geben Sie höchstens 10 ein."));
        assertThat(view.model()).containsEntry("problem", "Das passt nicht.");
        assertThat(field(view, "port").value()).isEqualTo("11");
        assertThat(view.model().toString()).doesNotContain("geheim");

        settings.faults = List.of();
        var token = field(view, "key").held();
        ada.post("neu/" + GATE, "f.instance", "north", "f.port", "9", "f.key", "", "f.key.gemerkt", token);
        assertThat(settings.applied.get(0).values()).containsEntry("key", List.of("geheim"));
    }

    @Test
    void nobodyElseGetsASecretByItsToken() {
        settings.faults = List.of(new Fault("port", Code.TOO_LARGE, "10"));
        var token = field(ada.post("neu/" + GATE, "f.key", "geheim"), "key").held();
        settings.faults = List.of();
        new PageVisitor(page, FixedCaller.admin("eve"), Language.DE).post("neu/" + GATE, "f.key.gemerkt", token);
        assertThat(settings.applied.get(0).values()).doesNotContainKey("key");
    }

    @Test
    void aSecretThatIsKeptIsSaidToBeSetAndCanBeRemoved() {
        keep(GATE, "north", Map.of("instance", List.of("north"), "port", List.of("7")), "");
        var form = ada.get(GATE + "/north");
        assertThat(field(form, "key").isSet()).isTrue();
        assertThat(field(form, "instance").kind()).isEqualTo("fixed");
        assertThat(field(form, "port").value()).isEqualTo("7");
        ada.post(GATE + "/north", "f.key.entfernen", "ja");
        assertThat(settings.applied.get(0).forgotten()).containsExactly("key");
        assertThat(settings.applied.get(0).instance()).isEqualTo("north");
    }

    @Test
    void aTestSaysHowItWentAndSavesNothing() {
        var view = (View) ada.post("neu/" + GATE, "f.instance", "north", "f.key", "geheim", "absicht", "test");
        assertThat(view.model().get("test").toString()).contains("works=false", "no answer");
        assertThat(settings.tested.get(0).values()).containsEntry("key", List.of("geheim"));
        assertThat(settings.applied).isEmpty();
        settings.faults = List.of(new Fault("instance", Code.REQUIRED, ""));
        assertThat(((View) ada.post("neu/" + GATE, "absicht", "test")).status()).isEqualTo(422);
        assertThat(settings.tested).hasSize(1);
    }

    @Test
    void withoutDiskTheFormComesBack() {
        settings.away = true;
        var view = (View) ada.post("neu/" + GATE, "f.instance", "north");
        assertThat(view.status()).isEqualTo(503);
        assertThat(field(view, "instance").value()).isEqualTo("north");
    }

    @Test
    void removesOnlyWhatWasConfirmedAndNothingOfAFile() {
        keep(GATE, "north", Map.of(), "");
        keep(GATE, "south", Map.of(), "/etc/south.cfg");
        assertThat(((View) ada.get(GATE + "/north/entfernen")).template()).isEqualTo("remove");
        assertThat(settings.removed).isEmpty();
        assertThat(ada.sentTo(GATE + "/north/entfernen")).endsWith(GATE + "?meldung=entfernt");
        assertThat(ada.sentTo(GATE + "/south/entfernen")).endsWith("?meldung=weg");
        assertThat(settings.removed).containsExactly("ada " + GATE + " north");
    }

    @Test
    void aTableIsCheckedBeforeAnythingIsCreatedAndItsReportCanBeTakenAlong() {
        settings.rows = List.of(
                new Row(2, "north", false, List.of()),
                new Row(3, "=x", false, List.of(new Fault("port", Code.NOT_WHOLE, ""))));
        var view = (View) ada.post("csv/" + GATE, "tabelle", "t", "absicht", "pruefen");
        assertThat(view.status()).isEqualTo(422);
        assertThat(view.model()).containsEntry("bad", 1L).containsEntry("table", "t");
        assertThat(settings.applied).isEmpty();
        var report = (Content) ada.post("csv/" + GATE, "tabelle", "t", "absicht", "bericht");
        assertThat(new String(report.body(), StandardCharsets.UTF_8))
                .contains("\"3\";\"'=x\";\"port: Geben Sie eine ganze Zahl ein");
        ada.post("csv/" + GATE, "tabelle", "t", "absicht", "gute");
        assertThat(settings.applied).extracting(Draft::instance).containsExactly("good");
        var template = (Content) ada.get("csv/" + GATE + "/vorlage.csv");
        assertThat(new String(template.body(), StandardCharsets.UTF_8)).startsWith("instance;port;open;topics;key");
        assertThat(((View) ada.post("csv/" + GATE)).model().get("problem").toString())
                .contains("it needs a line");
    }

    @Test
    void anImportShowsWhatItWouldDoFirst() {
        var draft = new Draft(GATE, "north", Map.of(), Set.of(), false);
        settings.differences = List.of(
                new Difference(
                        draft,
                        Difference.Kind.CHANGED,
                        Map.of("port", new Difference.Change(List.of(), List.of("7"))),
                        List.of()),
                new Difference(
                        new Draft("x", "", Map.of(), Set.of(), false),
                        Difference.Kind.REFUSED,
                        Map.of(),
                        List.of(new Fault("", Code.UNKNOWN, "x"))));
        var view = (View) ada.post("sichern", "datei", "{}", "absicht", "pruefen");
        assertThat(view.model()).containsEntry("open", 1L);
        assertThat(view.model().get("lines").toString()).contains("port: – → 7", "Kein installiertes Modul");
        assertThat(settings.applied).isEmpty();
        assertThat(ada.sentTo("sichern", "datei", "{}", "absicht", "einspielen"))
                .endsWith("meldung=eingespielt");
        assertThat(settings.applied).hasSize(1);
        assertThat(((View) ada.post("sichern")).status()).isEqualTo(422);
        assertThat(((Content) ada.get("sichern/einstellungen.json")).mediaType())
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neu", "neu/a/b", "sichern/x", HOUSE + "/x", GATE + "/entfernen", GATE + "/a/b", "csv"})
    void otherPathsAreNotThere(String path) {
        assertThat(ada.get(path)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "neu/none", "csv/none", GATE + "/none", HOUSE + "/entfernen", "neu/" + HOUSE})
    void whatIsGoneIsSaidToBeGone(String path) {
        assertThat(((Redirect) ada.get(path)).path()).endsWith("meldung=weg");
    }
}
