package de.einsnull.sensors.rest.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Device;
import de.einsnull.sensors.api.Position;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A device in a script is the device in the city: nothing is open or on the map that nobody said should be. */
class DeviceViewTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private static DeviceView read(String members) throws Exception {
        return JSON.readValue(
                "{\"instance\":\"lorawan\",\"externalId\":\"A1\",\"name\":\"Linde\"" + members + "}", DeviceView.class);
    }

    /** Readings of people's gardens must not become public because a line is missing. */
    @Test
    void whatIsNotSaidIsNotOpenNoDemoAndNowhere() throws Exception {
        var stated = read("").registration();
        assertThat(stated.open()).isFalse();
        assertThat(stated.demo()).isFalse();
        assertThat(stated.position()).isEmpty();
        assertThat(stated.kind()).isEqualTo("other");
        assertThat(stated.licence()).isEmpty();
        assertThat(stated.properties()).isEmpty();
        assertThat(stated.model()).isEmpty();
    }

    @Test
    void whatIsSaidIsKept() throws Exception {
        var stated = read(",\"model\":\"dragino-lse01\",\"kind\":\"soil\",\"group\":\"Park\",\"longitude\":8.14,"
                        + "\"latitude\":51.82,\"open\":true,\"licence\":\"CC0-1.0\",\"properties\":{\"depth\":\"20\"}")
                .registration();
        assertThat(stated.position()).contains(new Position(8.14, 51.82));
        assertThat(stated.open()).isTrue();
        assertThat(stated.licence()).isEqualTo("CC0-1.0");
        assertThat(stated.group()).isEqualTo("Park");
        assertThat(stated.properties()).isEqualTo(Map.of("depth", "20"));
    }

    @ParameterizedTest
    @CsvSource({"longitude, 8.14", "latitude, 51.82"})
    void halfAPlaceIsNoPlace(String member, double degrees) throws Exception {
        var half = read(",\"" + member + "\":" + degrees);
        assertThatThrownBy(half::registration)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("go together");
    }

    /** Swapped coordinates put a sensor of this country into the sea off Africa. */
    @Test
    void aPlaceThatIsNotOnEarthIsRefused() throws Exception {
        var wrong = read(",\"longitude\":8.14,\"latitude\":151.82");
        assertThatThrownBy(wrong::registration).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatTheServerKnowsBetterIsIgnoredWhenItIsSent() throws Exception {
        var sent = read(",\"id\":99,\"thing\":98,\"lastSeen\":null");
        var seen = Instant.parse("2026-11-24T12:00:00Z");
        var shown = DeviceView.of(new Device(1, 2, sent.registration(), Optional.of(seen)));
        assertThat(shown.id()).isEqualTo(1);
        assertThat(shown.thing()).isEqualTo(2);
        assertThat(shown.lastSeen()).isEqualTo(seen);
    }

    @Test
    void whatIsShownCanBeSentBackUnchanged() throws Exception {
        var stated = read(",\"longitude\":8.14,\"latitude\":51.82,\"open\":true,\"licence\":\"CC0-1.0\"")
                .registration();
        var shown = DeviceView.of(new Device(1, 2, stated, Optional.empty()));
        assertThat(shown.registration()).isEqualTo(stated);
        assertThat(DeviceView.of(new Device(1, 2, read("").registration(), Optional.empty()))
                        .longitude())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"instance", "externalId", "name"})
    void whatIsMissingIsNamed(String member) throws Exception {
        var text = "{\"instance\":\"lorawan\",\"externalId\":\"A1\",\"name\":\"Linde\"}"
                .replaceAll("\"" + member + "\":\"[^\"]*\"", "\"" + member + "\":\"\"");
        var view = JSON.readValue(text, DeviceView.class);
        assertThatThrownBy(view::registration).isInstanceOf(IllegalArgumentException.class);
    }
}
