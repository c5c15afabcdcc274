package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples are the only proof that a codec is right: they must neither let a wrong one pass nor stop a right one. */
class ExampleTest {

    private static Example example(String output) {
        return Example.of(
                Yamls.read("{description: x, input: {fPort: 1, bytes: [255, 0x10]}, output: " + output + "}"));
    }

    private static Output output(String data) {
        return new Output(Yamls.read(data), List.of(), List.of());
    }

    @Test
    void bytesAreReadFromNumbersAndFromDigits() {
        assertThat(example("{data: {}}").bytes()).containsExactly(-1, 16);
        assertThat(Example.of(Yamls.read("{input: {bytes: 'FF 10'}, output: {data: {}}}"))
                        .bytes())
                .containsExactly(-1, 16);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {a: 1}           | {a: 1.0}            | true
                    {a: 0.3}         | {a: 0.30000000004}  | true
                    {a: 0.3}         | {a: 0.31}           | false
                    {a: 1}           | {a: '1'}            | false
                    {a: 1}           | {a: 1, b: 2}        | false
                    {a: 1, b: 2}     | {a: 1}              | false
                    {a: [1, 2]}      | {a: [1, 2]}         | true
                    {a: [1, 2]}      | {a: [2, 1]}         | false
                    {a: {b: [{c: 1}]}} | {a: {b: [{c: 1}]}} | true
                    {a: true}        | {a: true}           | true
                    {a: true}        | {a: false}          | false
                    {a: null}        | {a: null}           | true
                    {}               | {}                  | true
                    """)
    void dataMustBeTheSame(String wanted, String actual, boolean same) {
        assertThat(example("{data: " + wanted + "}").mistake(output(actual)).isEmpty())
                .isEqualTo(same);
    }

    @Test
    void errorsAlwaysCountAndWarningsWhereTheyAreNamed() {
        var warned = new Output(Yamls.read("{a: 1}"), List.of("low"), List.of());
        var failed = new Output(Yamls.read("{}"), List.of(), List.of("no"));

        assertThat(example("{data: {a: 1}}").mistake(warned)).isEmpty();
        assertThat(example("{data: {a: 1}, warnings: [low]}").mistake(warned)).isEmpty();
        assertThat(example("{data: {a: 1}, warnings: [high]}").mistake(warned).orElseThrow())
                .contains("with the warnings [high]", "with the warnings [low]");
        assertThat(example("{errors: ['no']}").mistake(failed)).isEmpty();
        assertThat(example("{errors: ['why']}").mistake(failed).orElseThrow())
                .isEqualTo("'x' should give the errors [why], gives the errors [no]");
        assertThat(example("{data: {a: 1}}").mistake(failed)).isPresent();
    }

    @Test
    void valuesAreFoundByTheirPath() {
        JsonNode data = Yamls.read("{a: {b: [{c: 1.1}, {c: true}]}, t: x, n: null, o: {}}");

        assertThat(field("a.b.0.c", 3).value(field("a.b.0.c", 3).in(data))).contains(Value.of(3.3));
        assertThat(field("a.b.1.c", 1).value(field("a.b.1.c", 1).in(data))).contains(Value.of(true));
        assertThat(field("t", 1).value(field("t", 1).in(data))).contains(Value.of("x"));
        for (String nothing : List.of("n", "o", "a", "a.b.2.c", "z", "t.u")) {
            assertThat(field(nothing, 1).value(field(nothing, 1).in(data))).isEmpty();
        }
    }

    private static Field field(String path, double factor) {
        return new Field(path, Channel.number("any", "1", "urn:example:any"), factor);
    }

    @Test
    void yamlMeansWhatJsonWouldMean() {
        assertThat(Yamls.read("{a: yes, b: 0x10, c: 012, d: 2026-11-24, e: 1e3, f: ~, g: true, h: 12:30}")
                        .toString())
                .startsWith("{\"a\":\"yes\",\"b\":16,")
                .contains("\"d\":\"2026-11-24\"", "\"e\":1000.0", "\"f\":null", "\"g\":true", "\"h\":\"12:30\"");
    }
}
