package de.einsnull.sensors.driver.kit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a feed would show wrong numbers, or a mistake in a line of the settings would go unnoticed. */
class MappingTest {

    @Test
    void aLineSaysWhatIsReadAndHow() {
        var free = Mapping.parse("free_spaces = /properties/free, 1, 0..2000");
        var wind = Mapping.parse(" wind_speed=wind , m/s * 0.27778");
        var odd = Mapping.parse("noise = /n, dB, urn:example:noise, -10..");

        assertThat(free.channel()).isEqualTo(Channel.number("free_spaces", "1", ObservedProperties.FREE_SPACES));
        assertThat(free.least()).isZero();
        assertThat(free.most()).isEqualTo(2000);
        assertThat(wind.channel().unit()).isEqualTo("m/s");
        assertThat(wind.factor()).isEqualTo(0.27778);
        assertThat(odd.channel().observedProperty()).isEqualTo("urn:example:noise");
        assertThat(odd.least()).isEqualTo(-10);
        assertThat(odd.most()).isInfinite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"v\":12.5}| 12.5",
                "{\"v\":\"12.5\"}| 12.5",
                "{\"v\":\" 12,5 \"}| 12.5",
                "{\"v\":\"-3\"}| -3",
                "{\"v\":\"1e2\"}| 100"
            })
    void numbersMayBeTexts(String record, double expected) throws Exception {
        assertThat(value("x = v, 1", record)).contains(Value.of(expected));
    }

    @Test
    void aFactorAddsNoDigitsThatNobodyMeasured() throws Exception {
        assertThat(value("x = v, m * 0.1", "{\"v\":65534}")).contains(Value.of(6553.4));
        assertThat(value("x = v, m * 0.1", "{\"v\":\"-3\"}")).contains(Value.of(-0.3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"v\":null}", "{\"v\":\"\"}", "{\"v\":\"  \"}", "[]", "3"})
    void nothingIsNoValue(String record) throws Exception {
        assertThat(value("x = v, 1", record)).isEmpty();
    }

    @Test
    void whatIsNoNumberIsLeftToTheHostToRefuse() throws Exception {
        assertThat(value("x = v, 1", "{\"v\":\"many\"}")).contains(Value.of("many"));
        assertThat(value("x = v, 1", "{\"v\":{\"a\":1}}")).contains(Value.of("{\"a\":1}"));
        assertThat(value("x = v, boolean", "{\"v\":\"perhaps\"}")).contains(Value.of("perhaps"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'\"ja\"', true", "1, true", "0, false", "'\"NO\"', false"})
    void truthHasSeveralWords(String json, boolean expected) throws Exception {
        assertThat(value("x = v, boolean", "{\"v\":" + json + "}")).contains(Value.of(expected));
    }

    @Test
    void truthMayHaveWordsOfItsOwn() throws Exception {
        assertThat(value("x = v, boolean OCCUPIED|defect", "{\"v\":\"occupied\"}"))
                .contains(Value.of(true));
        assertThat(value("x = v, boolean OCCUPIED|defect", "{\"v\":\"free\"}")).contains(Value.of(false));
    }

    @Test
    void numbersThatCannotBeAreFound() {
        var mapping = Mapping.parse("free_spaces = f, 1, 0..");

        assertThat(mapping.isPlausible(Value.of(-1.0))).isFalse();
        assertThat(mapping.isPlausible(Value.of(0.0))).isTrue();
        assertThat(mapping.isPlausible(Value.of("full"))).isTrue();
    }

    @Test
    void anElementOfAListIsChosenByItsTitleAndHasATimeOfItsOwn() throws Exception {
        var mapping = Mapping.parse("t = /s/[title=a, b]/last/v @ /s/[title=a, b]/last/at, Cel");
        var record =
                json("{\"s\":[{\"title\":\"x\",\"last\":{\"v\":1}},{\"title\":\"a, b\",\"last\":{\"v\":2,\"at\":7}}]}");

        assertThat(mapping.value(record)).contains(Value.of(2.0));
        assertThat(mapping.time().in(record).asInt()).isEqualTo(7);
        assertThat(Place.of("/s/[title=y]/last").in(record).isMissingNode()).isTrue();
        assertThat(Place.of("/s/1/title").in(record).asText()).isEqualTo("a, b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "x = v", "x = v,", "x = , Cel", "x = v, Cel, urn:a, 0.., 3", "Ä = v, Cel", "x = /[a], 1"
            })
    void aMistakeIsSaid(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mapping.parse(line))
                .withMessageMatching("(?s).{10,}");
    }

    private static Optional<Value> value(String line, String record) throws IOException {
        return Mapping.parse(line).value(json(record));
    }

    private static JsonNode json(String text) throws IOException {
        return Format.json(text.getBytes(StandardCharsets.UTF_8));
    }
}
