package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.Redirect;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these, city IT could not see what does not measure, or would register a device with a mistake in it. */
class DevicesPageTest {

    private final FakeSensors sensors = new FakeSensors();
    private final Models models = new Models();
    private final Trail trail = new Trail();
    private final Words words = new Words(file -> DevicesPageTest.class.getResource("/" + file));
    private final DevicesPage page = new DevicesPage(sensors, sensors, models, words, trail);

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

    @Test
    void showsDriversWithShapeAndCause() {
        assertThat((List<?>) model("").get("drivers"))
                .extracting("kind", "cause")
                .containsExactly(tuple("free", ""), tuple("fault", "TIMEOUT"));
    }

    @Test
    void refusalsInTheLedgerStandOut() {
        assertThat((List<?>) model("").get("ledger")).extracting("kind").containsExactly("good", "warning");
    }

    @Test
    void withoutTheDatabaseDriversAndDevicesAreStillThere() {
        sensors.add("1", "Linde");
        sensors.away = true;
        var model = model("");
        assertThat(model).containsEntry("away", true).containsEntry("total", 1);
        assertThat((List<?>) model.get("drivers")).hasSize(2);
    }

    @Test
    void findsDevicesByNameAndInstancePageByPage() {
        for (int i = 0; i < 30; i++) {
            sensors.add("E" + i, "Linde " + i);
        }
        assertThat((List<?>) model("", "seite", "2").get("devices")).hasSize(5);
        assertThat(model("", "seite", "99")).containsEntry("page", 2);
        assertThat(model("", "suche", "linde 29")).containsEntry("total", 1);
        assertThat(model("", "suche", "e29")).containsEntry("total", 1);
        assertThat(model("", "instanz", "weather")).containsEntry("total", 0);
    }

    @Test
    void restartsADriverAndRecordsIt() {
        assertThat(ask("POST", "treiber/weather/neustart"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=neustart"));
        assertThat(sensors.restarted).containsExactly("weather");
        assertThat(trail.entries).containsExactly("ada driver.restarted weather true");
        assertThat(ask("POST", "treiber/none/neustart")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
        assertThat(ask("GET", "treiber/weather/neustart")).isInstanceOf(NotFound.class);
    }

    @Test
    void anUnknownDeviceIsRegisteredWithWhatIsKnownOfIt() {
        assertThat((Map<?, ?>)
                        model("neu", "instanz", "lorawan", "geraet", "A840").get("values"))
                .extracting("geraet", "instanz")
                .containsExactly("A840", "lorawan");

        var answer = ask(
                "POST",
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
        assertThat(trail.entries).containsExactly("ada device.registered lorawan/A840 true");
    }

    @ParameterizedTest
    @CsvSource({"8.1,'',breite", "'',51.8,laenge", "181,51.8,laenge", "8.1,90.1,breite", "acht,51.8,laenge"})
    void aPlaceThatIsNotOneIsSaidAtItsField(String longitude, String latitude, String field) {
        var view = (View) ask(
                "POST", "neu", "instanz", "lorawan", "geraet", "A", "name", "N", "art", "soil", "laenge", longitude,
                "breite", latitude);
        assertThat(view.status()).isEqualTo(422);
        assertThat(((Map<?, ?>) view.model().get("errors")).keySet().toString()).isEqualTo("[" + field + "]");
    }

    @Test
    void mistakesAreSaidInWordsAndWhatWasTypedIsKept() {
        var view =
                (View) ask("POST", "neu", "gruppe", "g".repeat(201), "art", "soil", "lizenz", "CC0-1.0", "offen", "ja");
        assertThat(view.status()).isEqualTo(422);
        var errors = (Map<?, ?>) view.model().get("errors");
        assertThat(new ArrayList<Object>(errors.keySet())).isEqualTo(List.of("instanz", "geraet", "name", "gruppe"));
        assertThat(errors.get("name")).isEqualTo("Geben Sie einen Namen ein.");
        assertThat(((Map<?, ?>) view.model().get("values")).get("lizenz")).isEqualTo("CC0-1.0");
        assertThat(view.model()).containsEntry("open", true);
        assertThat(sensors.devices).isEmpty();
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void editingKeepsWhatTheFormDoesNotShow() {
        var device = sensors.add("1", "Linde");
        ask("POST", "" + device.id(), "instanz", "other", "geraet", "other", "name", "Eiche", "art", "soil");

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
        assertThat((Map<?, ?>) model("" + device.id()).get("models"))
                .extracting("nwave", "dragino-lse01")
                .containsExactly("Nwave NPS405", "dragino-lse01");
        models.unbindCodec(null, Map.of("sensors.model.id", "nwave"));
        assertThat(models.all()).isEmpty();
    }

    @Test
    void removesOnlyWhatWasConfirmed() {
        var device = sensors.add("1", "Linde");
        assertThat(((View) ask("GET", device.id() + "/entfernen")).template()).isEqualTo("remove");
        assertThat(sensors.devices).hasSize(1);

        assertThat(ask("POST", device.id() + "/entfernen"))
                .isEqualTo(new Redirect("verwaltung/geraete?meldung=entfernt"));
        assertThat(sensors.devices).isEmpty();
        assertThat(trail.entries).containsExactly("ada device.removed lorawan/1 true");
        assertThat(ask("POST", device.id() + "/entfernen")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
    }

    @Test
    void withoutTheDatabaseNothingIsLostThatWasTyped() {
        var device = sensors.add("1", "Linde");
        sensors.away = true;
        var view = (View) ask("POST", "" + device.id(), "name", "Eiche", "art", "soil");
        assertThat(view.status()).isEqualTo(503);
        assertThat(((Map<?, ?>) view.model().get("values")).get("name")).isEqualTo("Eiche");
        assertThat(((View) ask("POST", device.id() + "/entfernen")).status()).isEqualTo(503);
        assertThat(trail.entries).isEmpty();
    }

    @Test
    void otherPathsAreNotThere() {
        assertThat(ask("GET", "x")).isInstanceOf(NotFound.class);
        assertThat(ask("GET", "99")).isEqualTo(new Redirect("verwaltung/geraete?meldung=weg"));
    }

    private static final class Trail implements AuditTrail {

        final List<String> entries = new ArrayList<>();

        @Override
        public void record(String actor, String action, String object, boolean success) {
            entries.add(actor + " " + action + " " + object + " " + success);
        }

        @Override
        public List<Entry> newest(int limit) {
            return List.of();
        }
    }
}
