package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.StreamLedger;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.testkit.PageVisitor;
import de.einsnull.testkit.RecordedAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these, city IT could not see what does not measure, or would register a device with a mistake in it. */
class DevicesPageTest {

    private final FakeSensors sensors = new FakeSensors();
    private final Models models = new Models();
    private final RecordedAudit audit = new RecordedAudit();
    private final Words words = new Words(file -> DevicesPageTest.class.getResource("/" + file));
    private final DevicesPage page =
            new DevicesPage(sensors, sensors, sensors, sensors, models, new DriverSettings(), words, audit);

    private final PageVisitor ada = new PageVisitor(page, FixedCaller.admin("ada"), Language.DE);

    @Test
    void showsDriversWithShapeAndCause() {
        assertThat((List<?>) ada.model("").get("drivers"))
                .extracting("kind", "cause")
                .containsExactly(tuple("free", ""), tuple("fault", "TIMEOUT"));
    }

    @Test
    void refusalsInTheLedgerStandOut() {
        assertThat((List<?>) ada.model("").get("ledger")).extracting("kind").containsExactly("good", "warning");
    }

    /** City IT learns of one device what came, and that the sums agree. */
    @Test
    void aDeviceShowsWhatBecameOfItsReadings() {
        long device = sensors.add("1", "Linde").id();
        sensors.streams.add(new StreamLedger.Line("soil_moisture", 10, 2, Map.of(Outcomes.WRONG_TYPE, 3L)));

        assertThat((List<?>) ada.model("" + device).get("ledger"))
                .singleElement()
                .satisfies(line -> {
                    var stream = (StreamView) line;
                    assertThat(stream.received()).isEqualTo(15);
                    assertThat(stream.refused()).containsExactly(new StreamView.Refused(Outcomes.WRONG_TYPE, 3));
                });
        sensors.away = true;
        assertThat((List<?>) ada.model("" + device).get("ledger")).isEmpty();
    }

    @Test
    void withoutTheDatabaseDriversAndDevicesAreStillThere() {
        sensors.add("1", "Linde");
        sensors.away = true;
        var model = ada.model("");
        assertThat(model).containsEntry("away", true).containsEntry("total", 1);
        assertThat((List<?>) model.get("drivers")).hasSize(2);
    }

    @Test
    void findsDevicesByNameAndInstancePageByPage() {
        for (int i = 0; i < 30; i++) {
            sensors.add("E" + i, "Linde " + i);
        }
        assertThat((List<?>) ada.model("", "seite", "2").get("devices")).hasSize(5);
        assertThat(ada.model("", "seite", "99")).containsEntry("page", 2);
        assertThat(ada.model("", "suche", "linde 29")).containsEntry("total", 1);
        assertThat(ada.model("", "suche", "e29")).containsEntry("total", 1);
        assertThat(ada.model("", "instanz", "weather")).containsEntry("total", 0);
    }

    @Test
    void aDriverThatCanLookForDevicesIsToldTo() {
        assertThat((List<?>) ada.model("").get("drivers")).extracting("scanner").containsExactly(true, false);
        assertThat(ada.post("treiber/lorawan/suche")).isEqualTo(new Redirect("verwaltung/geraete?meldung=suche"));
        assertThat(sensors.scans).containsExactly("lorawan");
        assertThat(ada.post("treiber/weather/suche")).isEqualTo(new Redirect("verwaltung/geraete?meldung=spaeter"));
    }

    @Test
    void aDeviceOfTheNeighboursIsIgnoredUntilItIsWanted() {
        assertThat(ada.post("unbekannt/ignorieren", "instanz", "lorawan", "geraet", "A840"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=ignoriert"));
        assertThat((List<?>) ada.model("").get("unknown"))
                .extracting("externalId")
                .containsExactly("A841");
        assertThat((List<?>) ada.model("").get("ignored"))
                .extracting("externalId")
                .containsExactly("A840");

        assertThat(ada.post("unbekannt/beachten", "instanz", "lorawan", "geraet", "A840"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=beachtet"));
        assertThat(ada.post("unbekannt/ignorieren", "instanz", "lorawan", "geraet", "none"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
        sensors.away = true;
        assertThat(ada.post("unbekannt/ignorieren", "instanz", "lorawan", "geraet", "A840"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=datenbank"));
    }

    @Test
    void whatADriverFoundIsRegisteredWithoutTypingItAgain() {
        var model =
                ada.model("neu", "geraet", "A841", "name", "Tree 7", "modell", "m", "laenge", "8.1", "breite", "51.8");

        assertThat((Map<?, ?>) model.get("values"))
                .extracting("name", "modell", "laenge", "breite")
                .containsExactly("Tree 7", "m", "8.1", "51.8");
    }

    @Test
    void restartsADriverAndRecordsIt() {
        assertThat(ada.post("treiber/weather/neustart")).isEqualTo(new Redirect("verwaltung/geraete?meldung=neustart"));
        assertThat(sensors.restarted).containsExactly("weather");
        assertThat(audit.lines()).containsExactly("ada driver.restarted weather true");
        assertThat(ada.post("treiber/none/neustart")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
        assertThat(ada.get("treiber/weather/neustart")).isInstanceOf(NotFound.class);
    }

    @Test
    void anUnknownDeviceIsRegisteredWithWhatIsKnownOfIt() {
        assertThat((Map<?, ?>)
                        ada.model("neu", "instanz", "lorawan", "geraet", "A840").get("values"))
                .extracting("geraet", "instanz")
                .containsExactly("A840", "lorawan");

        var answer = ada.post(
                "neu",
                "instanz",
                "lorawan",
                "geraet",
                "A840",
                "name",
                "Linde",
                "art",
                "soil",
                "modell",
                "dragino-lse01",
                "laenge",
                "8,145",
                "breite",
                "51.825",
                "offen",
                "ja",
                "lizenz",
                "CC0-1.0");

        assertThat(answer).isEqualTo(new Redirect("verwaltung/geraete?meldung=gespeichert"));
        var registered = sensors.devices.get(0).registration();
        assertThat(registered.position()).contains(new Position(8.145, 51.825));
        assertThat(registered.open()).isTrue();
        assertThat(registered.demo()).isFalse();
        assertThat(audit.lines()).containsExactly("ada device.registered lorawan/A840 true");
    }

    @ParameterizedTest
    @CsvSource({"8.1,'',breite", "'',51.8,laenge", "181,51.8,laenge", "8.1,90.1,breite", "acht,51.8,laenge"})
    void aPlaceThatIsNotOneIsSaidAtItsField(String longitude, String latitude, String field) {
        var view = (View) ada.post(
                "neu", "instanz", "lorawan", "geraet", "A", "name", "N", "art", "soil", "laenge", longitude, "breite",
                latitude);
        assertThat(view.status()).isEqualTo(422);
        assertThat(((Map<?, ?>) view.model().get("errors")).keySet().toString()).isEqualTo("[" + field + "]");
    }

    @Test
    void mistakesAreSaidInWordsAndWhatWasTypedIsKept() {
        var view = (View) ada.post("neu", "gruppe", "g".repeat(201), "art", "soil", "lizenz", "CC0-1.0", "offen", "ja");
        assertThat(view.status()).isEqualTo(422);
        var errors = (Map<?, ?>) view.model().get("errors");
        assertThat(new ArrayList<Object>(errors.keySet())).isEqualTo(List.of("instanz", "geraet", "name", "gruppe"));
        assertThat(errors.get("name")).isEqualTo("Geben Sie einen Namen ein.");
        assertThat(((Map<?, ?>) view.model().get("values")).get("lizenz")).isEqualTo("CC0-1.0");
        assertThat(view.model()).containsEntry("open", true);
        assertThat(sensors.devices).isEmpty();
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void editingKeepsWhatTheFormDoesNotShow() {
        var device = sensors.add("1", "Linde");
        ada.post("" + device.id(), "instanz", "other", "geraet", "other", "name", "Eiche", "art", "soil");

        assertThat(sensors.devices).hasSize(1);
        var changed = sensors.devices.get(0).registration();
        assertThat(changed.name()).isEqualTo("Eiche");
        assertThat(changed.externalId()).isEqualTo("1");
        assertThat(changed.description()).isEqualTo("At the well");
        assertThat(changed.properties()).containsEntry("species", "lime");
        assertThat(changed.demo()).isTrue();
        assertThat(changed.open()).isFalse();
    }

    @Test
    void offersModelsThatCanBeDecodedAndTheOneTheDeviceHas() {
        models.bindCodec(null, Map.of("sensors.model.id", "nwave", "sensors.model.name", "Nwave NPS405"));
        var device = sensors.add("1", "Linde");
        assertThat((Map<?, ?>) ada.model("" + device.id()).get("models"))
                .extracting("nwave", "dragino-lse01")
                .containsExactly("Nwave NPS405", "dragino-lse01");
        models.unbindCodec(null, Map.of("sensors.model.id", "nwave"));
        assertThat(models.all()).isEmpty();
    }

    @Test
    void removesOnlyWhatWasConfirmed() {
        var device = sensors.add("1", "Linde");
        assertThat(((View) ada.get(device.id() + "/entfernen")).template()).isEqualTo("remove");
        assertThat(sensors.devices).hasSize(1);

        assertThat(ada.post(device.id() + "/entfernen")).isEqualTo(new Redirect("verwaltung/geraete?meldung=entfernt"));
        assertThat(sensors.devices).isEmpty();
        assertThat(audit.lines()).containsExactly("ada device.removed lorawan/1 true");
        assertThat(ada.post(device.id() + "/entfernen")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
    }

    @Test
    void withoutTheDatabaseNothingIsLostThatWasTyped() {
        var device = sensors.add("1", "Linde");
        sensors.away = true;
        var view = (View) ada.post("" + device.id(), "name", "Eiche", "art", "soil");
        assertThat(view.status()).isEqualTo(503);
        assertThat(((Map<?, ?>) view.model().get("values")).get("name")).isEqualTo("Eiche");
        assertThat(((View) ada.post(device.id() + "/entfernen")).status()).isEqualTo(503);
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void otherPathsAreNotThere() {
        assertThat(ada.get("x")).isInstanceOf(NotFound.class);
        assertThat(ada.get("99")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
    }
}
