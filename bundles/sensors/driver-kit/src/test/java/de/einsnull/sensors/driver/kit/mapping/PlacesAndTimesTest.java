package de.einsnull.sensors.driver.kit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.einsnull.sensors.api.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a car park would stand in the wrong street, or its free places would be of another hour. */
class PlacesAndTimesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T12:00:00Z, 2026-11-24T12:00:00Z",
        "2026-11-24T13:00:00+01:00, 2026-11-24T12:00:00Z",
        "2026-11-24T13:00:00.123+0100, 2026-11-24T12:00:00.123Z",
        "2026-11-24T13:00:00, 2026-11-24T12:00:00Z",
        "2026-07-24 13:00:00, 2026-07-24T11:00:00Z",
        "2026-07-24 13:00, 2026-07-24T11:00:00Z",
        "2026-02-06-08.35.00.000000, 2026-02-06T07:35:00Z",
        "24.7.2026 13:00:05, 2026-07-24T11:00:05Z",
        "'24.07.2026, 13:00', 2026-07-24T11:00:00Z",
        "1764000000, 2025-11-24T16:00:00Z",
        "1764000000123, 2025-11-24T16:00:00.123Z",
        "2026-10-25T02:30:00, 2026-10-25T00:30:00Z"
    })
    void timesAreReadAsFeedsWriteThem(String text, Instant expected) {
        assertThat(Times.read(JsonNodeFactory.instance.textNode(text), BERLIN)).contains(expected);
    }

    @Test
    void numbersAreSecondsOrMilliseconds() {
        assertThat(Times.read(JsonNodeFactory.instance.numberNode(1764000000L), BERLIN))
                .contains(Instant.parse("2025-11-24T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01T00:00:00Z", "12", "2026-02-30 10:00"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(Times.read(JsonNodeFactory.instance.textNode(text), BERLIN)).isEmpty();
    }

    /** The expected degrees are computed by another series, that of Snyder (USGS Professional Paper 1395). */
    @ParameterizedTest
    @CsvSource({
        "UTM32, 500000, 5317000, 9.0, 48.00629600828",
        "UTM32, 413524.33, 5316426.74, 7.84083620322, 47.99528954098",
        "UTM32, 691607.86, 5334760.38, 11.57555599129, 48.13722192655",
        "UTM33, 391779.2, 5820072.4, 13.40499904864, 52.52000215211"
    })
    void metresBecomeDegrees(Grid grid, double east, double north, double longitude, double latitude) {
        var position = grid.position(east, north).orElseThrow();

        assertThat(position.longitude()).isCloseTo(longitude, within(1e-7));
        assertThat(position.latitude()).isCloseTo(latitude, within(1e-7));
    }

    @Test
    void aPositionIsFoundInEveryShape() throws Exception {
        var expected = Optional.of(new Position(8.5, 52.25));

        assertThat(find("lon, lat", "{\"lon\":8.5,\"lat\":\"52,25\"}")).isEqualTo(expected);
        assertThat(find("/g", "{\"g\":{\"type\":\"Point\",\"coordinates\":[8.5,52.25,80]}}"))
                .isEqualTo(expected);
        assertThat(find("/g", "{\"g\":[8.5,52.25]}")).isEqualTo(expected);
        assertThat(find("WKT", "{\"WKT\":\"POINT (8.5 52.25)\"}")).isEqualTo(expected);
        assertThat(find("", "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"g\":null}",
                "{\"g\":[1]}",
                "{\"g\":[0,0]}",
                "{\"g\":[500,500]}",
                "{\"g\":\"POINT EMPTY\"}"
            })
    void whatIsNoPositionIsNone(String record) throws Exception {
        assertThat(find("/g", record)).isEmpty();
    }

    @Test
    void aMistakeIsSaid() {
        assertThatIllegalArgumentException().isThrownBy(() -> Whereabouts.of("a,b,c", Grid.WGS84));
        assertThatIllegalArgumentException().isThrownBy(() -> Whereabouts.of("a, ", Grid.WGS84));
        assertThatIllegalArgumentException().isThrownBy(() -> Grid.of("gauss"));
        assertThat(Grid.of(" utm32 ")).isEqualTo(Grid.UTM32);
    }

    private static Optional<Position> find(String places, String record) throws IOException {
        return Whereabouts.of(places, Grid.WGS84).in(json(record));
    }

    private static JsonNode json(String text) throws IOException {
        return Format.json(text.getBytes(StandardCharsets.UTF_8));
    }
}
