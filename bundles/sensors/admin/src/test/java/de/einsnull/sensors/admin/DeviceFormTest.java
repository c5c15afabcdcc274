package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Position;
import de.einsnull.testkit.FixedCaller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed must come into the registry as it was meant, or back to the form with a reason. */
class DeviceFormTest {

    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    DeviceFormTest() {
        type("instanz", "lorawan");
        type("geraet", "A840");
        type("name", "Linde");
        type("art", "soil");
    }

    private void type(String field, String text) {
        fields.put(field, List.of(text));
    }

    private DeviceForm sent(Optional<Device> device) {
        return DeviceForm.sent(request(), device);
    }

    private PageRequest request() {
        return new PageRequest("POST", "neu", Language.DE, FixedCaller.admin("ada"), fields);
    }

    @Test
    void theNecessaryIsEnough() {
        var form = sent(Optional.empty());
        assertThat(form.errors()).isEmpty();
        var registration = form.registration(Optional.empty());
        assertThat(registration.position()).isEmpty();
        assertThat(registration.open()).as("never open by accident").isFalse();
        assertThat(registration.demo()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "instanz,100,device.error.long",
        "geraet,128,device.error.long",
        "name,200,device.error.long",
        "art,64,device.error.art",
        "modell,100,device.error.long",
        "gruppe,200,device.error.long",
        "lizenz,200,device.error.long"
    })
    void everyFieldHasItsLimit(String field, int most, String error) {
        type(field, "x".repeat(most));
        assertThat(sent(Optional.empty()).errors()).isEmpty();
        type(field, "x".repeat(most + 1));
        assertThat(sent(Optional.empty()).errors()).isEqualTo(Map.of(field, error));
    }

    @ParameterizedTest
    @ValueSource(strings = {"instanz", "geraet", "name", "art"})
    void whatIsNecessaryIsAskedFor(String field) {
        fields.remove(field);
        assertThat(sent(Optional.empty()).errors()).isEqualTo(Map.of(field, "device.error." + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Soil", "soil moisture", "-soil", "soil--x", "böden"})
    void aKindIsACode(String kind) {
        type("art", kind);
        assertThat(sent(Optional.empty()).errors()).containsOnlyKeys("art");
    }

    /** People copy places from maps: with comma or point, east or west. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"8,145;51,825;8.145;51.825", "8.145;51.825;8.145;51.825", "-0,5;-33;-0.5;-33", "180;90;180;90"})
    void readsPlacesAsTheyAreWritten(String longitude, String latitude, double east, double north) {
        type("laenge", longitude);
        type("breite", latitude);
        assertThat(sent(Optional.empty()).registration(Optional.empty()).position())
                .contains(new Position(east, north));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8,", ",5", "8.1.2", "1e2", "NaN", "8°", "- 8", "0x8", "+8"})
    void aPlaceIsANumber(String longitude) {
        type("laenge", longitude);
        type("breite", "51.8");
        assertThat(sent(Optional.empty()).errors()).isEqualTo(Map.of("laenge", "device.error.laenge"));
    }

    /** Saving without a change must not change anything. */
    @Test
    void whatTheFormShowsIsWhatItSaves() {
        var device = new FakeSensors().add("1", "Linde");
        var shown = DeviceForm.of(device);
        shown.values().forEach(this::type);
        type("offen", "ja");
        assertThat(sent(Optional.of(device)).registration(Optional.of(device))).isEqualTo(device.registration());
    }

    /** Its history would hang on another device otherwise. */
    @Test
    void theIdOfADeviceCannotBeChanged() {
        var device = new FakeSensors().add("1", "Linde");
        type("instanz", "weather");
        type("geraet", "2");
        var registration = sent(Optional.of(device)).registration(Optional.of(device));
        assertThat(registration.instance()).isEqualTo("lorawan");
        assertThat(registration.externalId()).isEqualTo("1");
    }

    @Test
    void anEmptyFormKnowsWhatTheAddressSays() {
        assertThat(DeviceForm.empty(request()).values())
                .containsEntry("instanz", "lorawan")
                .containsEntry("geraet", "A840")
                .containsEntry("art", Kinds.OTHER)
                .containsEntry("name", "Linde")
                .containsEntry("modell", "");
    }
}
