package de.einsnull.sensors.codec.js;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand in the files, and what city IT reads when something else does. */
class CodecFileTest {

    private static final String EXAMPLE =
            "examples: [{input: {bytes: '01'}, output: {data: {soil: {moistureRaw: 1.5}, door: true, state: ok}}}]";

    @TempDir
    private Path folder;

    private CodecFile read(String codec, String channels) throws IOException {
        var model = Files.createDirectories(folder.resolve("acme-one"));
        Files.writeString(model.resolve("codec.yaml"), codec);
        Files.writeString(model.resolve("a.js"), "");
        if (!channels.isEmpty()) {
            Files.writeString(model.resolve("channels.yaml"), channels);
        }
        return CodecFile.read(model);
    }

    private CodecFile channels(String channels) throws IOException {
        return read("uplinkDecoder: {fileName: a.js, " + EXAMPLE + "}", channels);
    }

    /** A vendor's codec works at once, before anybody has thought about units. */
    @Test
    void withoutAWordEachValueIsAChannelOfItsName() throws Exception {
        assertThat(channels("").fields())
                .extracting(Field::channel)
                .containsExactly(
                        Channel.number("soil_moisture_raw", "1", "urn:einsnull:property:soil-moisture-raw"),
                        Channel.flag("door", "urn:einsnull:property:door"),
                        Channel.text("state", "urn:einsnull:property:state"));
    }

    @Test
    void channelsSayWhatTheValuesMean() throws Exception {
        var file = channels(
                """
                name: Acme One
                datasheet: https://example.org/one.pdf
                channels:
                  - {field: soil.moistureRaw, channel: soil_moisture, unit: "%", factor: 10}
                  - {field: door, channel: door_open, property: "urn:example:door"}
                """);

        assertThat(file.name()).isEqualTo("Acme One");
        assertThat(file.datasheet()).isEqualTo("https://example.org/one.pdf");
        assertThat(file.fields())
                .extracting(Field::channel)
                .containsExactly(
                        Channel.number("soil_moisture", "%", Channels.observedProperty("soil_moisture")),
                        Channel.flag("door_open", "urn:example:door"));
        assertThat(file.fields().get(0).factor()).isEqualTo(10);
    }

    /** Degrees Fahrenheit that are shown as Celsius are worse than none. */
    @Test
    void nobodyGuessesTheUnitOfAWellKnownChannel() {
        assertThatThrownBy(() ->
                        channels("channels: [{field: soil.moistureRaw, channel: air_temperature, unit: '[degF]'}]"))
                .hasMessageContaining("has the unit Cel on every device");
    }

    @Test
    void nobodyGuessesTheUnitOfAFieldThatIsNamedLikeOne() {
        assertThatThrownBy(() -> read(
                        "uplinkDecoder: {fileName: a.js, examples: [{input: {bytes: '01'}, output: {data: {airTemperature: 1}}}]}",
                        ""))
                .hasMessageContaining("would be the channel air_temperature");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    uplinkDecoder: {fileName: a.js}                                       | it has no examples
                    uplinkDecoder: {fileName: b.js, examples: [{input: {bytes: '01'}, output: {data: {a: 1}}}]} | there is no file b.js
                    uplinkDecoder: {fileName: a.sh, examples: [{input: {bytes: '01'}, output: {data: {a: 1}}}]} | must name a script
                    examples: [{input: {bytes: '01'}, output: {data: {a: 1}}}]            | neither an uplinkDecoder nor a layout
                    uplinkDecoder: {fileName: a.js, examples: [{input: {bytes: '01'}}]}   | an example has no output
                    uplinkDecoder: {fileName: a.js, examples: [{input: {}, output: {}}]}  | an example has no bytes
                    uplinkDecoder: {fileName: a.js, examples: [{input: {bytes: [1]}, output: {data: {}}}]} | it has no channels
                    uplinkDecoder: [                                                      | codec.yaml:
                    a: &a [*a]                                                            | codec.yaml:
                    uplinkDecoder: {fileName: a.js, examples: [{input: {bytes: [1], recvTime: now}, output: {}}]} | no time
                    a: !!javax.script.ScriptEngineManager []                              | codec.yaml:
                    """)
    void whatIsMissingIsSaid(String codec, String reason) {
        assertThatThrownBy(() -> read(codec, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason.strip());
    }

    @Test
    void aScriptThatIsTooLongIsNotRead() throws Exception {
        var model = Files.createDirectories(folder.resolve("acme-one"));
        Files.writeString(model.resolve("codec.yaml"), "uplinkDecoder: {fileName: a.js, " + EXAMPLE + "}");
        Files.writeString(model.resolve("a.js"), "/".repeat(40 * 1024 + 1));

        assertThatThrownBy(() -> CodecFile.read(model)).hasMessage("a.js has more than 40 KiB");
    }

    /** A link would let a file of the server be read through the reason that is shown. */
    @Test
    void linksAreNotFollowed() throws Exception {
        var model = Files.createDirectories(folder.resolve("acme-one"));
        var secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(model.resolve("codec.yaml"), secret);

        assertThatThrownBy(() -> CodecFile.read(model)).hasMessage("there is no file codec.yaml");
    }
}
