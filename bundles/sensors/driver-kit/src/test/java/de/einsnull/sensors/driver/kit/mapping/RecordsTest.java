package de.einsnull.sensors.driver.kit.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these one damaged record would cost a whole feed, or a huge one the memory of the platform. */
class RecordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String SHEET =
            "id;name;free\r\n1;\"P \"\"Mitte\"\"; Nord\";12\r\n2;Rand;\r\n\r\n3;\"two\nlines\";7";

    @Test
    void csvIsReadWithQuotesAndGaps() throws Exception {
        var records = Csv.read("\uFEFF" + SHEET, "");

        assertThat(records).hasSize(3);
        assertThat(records.get(0).path("name").asText()).isEqualTo("P \"Mitte\"; Nord");
        assertThat(records.get(0).path("id").asText()).isEqualTo("1");
        assertThat(records.get(1).has("free")).isFalse();
        assertThat(records.get(2).path("name").asText()).isEqualTo("two\nlines");
        assertThat(Csv.read("a\tb\n1\t2", "tab").get(0).path("b").asText()).isEqualTo("2");
    }

    @Test
    void csvHasBounds() {
        assertThatThrownBy(() -> Csv.read("", "")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Csv.read("a;b\n" + "1;2\n".repeat(Format.RECORDS + 1), ""))
                .hasMessageContaining("lines");
        assertThatThrownBy(() -> Csv.read("a;b\n\"" + "x".repeat(20_000), "")).hasMessageContaining("characters");
        assertThatThrownBy(() -> Csv.read("a;" + ";".repeat(500), "")).hasMessageContaining("columns");
    }

    @Test
    void recordsStandInAListOrAnObjectOrAreOne() throws Exception {
        assertThat(Format.records(json("[1,2]"), "")).hasSize(2);
        assertThat(Format.records(json("{\"a\":{\"b\":[1,2,3]}}"), "/a/b")).hasSize(3);
        assertThat(Format.records(json("{\"a\":1}"), "")).hasSize(1);
        assertThat(Format.records(json("{\"p\":{\"x\":{\"f\":1},\"y\":{\"f\":2},\"z\":3}}"), "/p/*"))
                .extracting(record -> record.path(Format.KEY).asText())
                .containsExactly("x", "y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1}", "[[["})
    void whatIsMissingIsSaid(String text) {
        assertThatThrownBy(() -> Format.records(json(text), "/list"))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).{5,}");
    }

    @Test
    void jsonHasBounds() {
        assertThatThrownBy(() -> json("[".repeat(100) + "]".repeat(100))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> json("\"" + "x".repeat(100_000) + "\"")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Format.records(json("[" + "1,".repeat(Format.RECORDS) + "1]"), ""))
                .hasMessageContaining("records");
    }

    @Test
    void aRecordBecomesAReportAndACandidate() throws Exception {
        var entry =
                reader("/at").read(json("{\"id\":7,\"n\":\"Markt\",\"g\":[8.1,51.8],\"at\":0,\"f\":3,\"c\":9}"), NOW);

        assertThat(entry.report(NOW).readings()).containsExactly(new Reading("free_spaces", 3, "1", Instant.EPOCH));
        assertThat(entry.report(NOW).sequence()).isEqualTo(9);
        assertThat(entry.candidate().device()).isEqualTo("7");
        assertThat(entry.candidate().name()).isEqualTo("Markt");
        assertThat(entry.candidate().facts())
                .isEqualTo(Map.of(Entry.LONGITUDE, "8.100000", Entry.LATITUDE, "51.800000"));
    }

    @Test
    void minusOneIsNoMeasurementAndTheTimeMayBeThatOfTheQuestion() throws Exception {
        var entry = reader("").read(json("{\"id\":\"a\",\"f\":-1}"), NOW);

        assertThat(entry.readings()).isEmpty();
        assertThat(entry.implausible()).isEqualTo(1);
        assertThat(reader("").read(json("{\"id\":\"a\",\"f\":1}"), NOW).readings())
                .extracting(Reading::at)
                .containsExactly(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "3",
                "[]",
                "{\"id\":null,\"f\":1}",
                "{\"id\":\"a\",\"f\":1}",
                "{\"id\":{},\"f\":1,\"at\":0}"
            })
    void aRecordWithoutDeviceOrTimeIsMalformed(String record) {
        assertThatThrownBy(() -> reader("/at").read(json(record), NOW))
                .isInstanceOfSatisfying(UndecodableFrameException.class, e -> assertThat(e.outcome())
                        .isEqualTo(Outcomes.MALFORMED));
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        var mapping = Mapping.parse("x = f, 1");
        assertThatIllegalArgumentException().isThrownBy(() -> reader("", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> reader("", List.of(mapping, mapping)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordReader(
                        Place.of(""),
                        Place.of(""),
                        nowhere(),
                        Place.of(""),
                        Place.of(""),
                        ZoneOffset.UTC,
                        List.of(mapping)));
    }

    /** Whatever a feed sends: records, or an exception that says what is wrong. */
    @Test
    void noBytesWhatsoeverMakeItFailInAnyOtherWay() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var bytes = SHEET.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(6); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            var text = new String(Arrays.copyOf(bytes, random.nextInt(bytes.length)), StandardCharsets.UTF_8);
            try {
                for (JsonNode record : Csv.read(text, "")) {
                    reader("").read(record, NOW);
                }
            } catch (IOException | UndecodableFrameException expected) {
                assertThat(expected.getMessage()).isNotBlank();
            }
        }
    }

    private static RecordReader reader(String time) {
        return reader(time, List.of(Mapping.parse("free_spaces = f, 1, 0..")));
    }

    private static RecordReader reader(String time, List<Mapping> mappings) {
        return new RecordReader(
                Place.of("id"),
                Place.of("n"),
                Whereabouts.of("/g", Grid.WGS84),
                Place.of(time),
                Place.of("c"),
                ZoneOffset.UTC,
                mappings);
    }

    private static Whereabouts nowhere() {
        return Whereabouts.of("", Grid.WGS84);
    }

    private static JsonNode json(String text) throws IOException {
        return Format.json(text.getBytes(StandardCharsets.UTF_8));
    }
}
