package de.einsnull.settings.api.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these a table would have to be made for the platform, and not as the spreadsheet at hand makes it. */
class CsvTest {

    @Test
    void quotesHoldDelimitersQuotesAndLineBreaks() {
        assertThat(Csv.read("a;b\n\"x;\"\"y\"\"\nz\";2\n3"))
                .extracting(line -> line.number() + " " + line.fields())
                .containsExactly("1 [a, b]", "2 [x;\"y\"\nz, 2]", "4 [3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void theFirstLineSaysTheDelimiter(String delimiter) {
        assertThat(Csv.read("\uFEFFa;b;c\r\n\r\n1;2;\r\n".replace(";", delimiter)))
                .extracting(Csv.Line::fields)
                .containsExactly(List.of("a", "b", "c"), List.of("1", "2", ""));
    }

    @Test
    void readsWhatASpreadsheetOnWindowsWrites() {
        assertThat(Csv.decode("Süd".getBytes(Charset.forName("windows-1252")))).isEqualTo("Süd");
        assertThat(Csv.decode("\uFEFFSüd".getBytes(StandardCharsets.UTF_8))).isEqualTo("Süd");
    }

    /** A name of a device that somebody outside has chosen must not run on the computer of city IT. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49 2522 72", "@cmd", "-Bucht", "=\"a\"\n;b"})
    void whatASpreadsheetTakesForAFormulaIsHarmlessAndComesBack(String value) {
        var line = Csv.line(List.of("x", value));
        assertThat(line).startsWith("\"x\";\"'");
        assertThat(Csv.read(line).get(0).fields()).containsExactly("x", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "8,145", "Linde \"am\" Markt", "'quoted'", ""})
    void allElseIsWrittenAsItIs(String value) {
        assertThat(Csv.line(List.of("x", value))).isEqualTo("\"x\";\"" + value.replace("\"", "\"\"") + "\"\r\n");
        assertThat(Csv.read("a;b\n" + Csv.line(List.of("x", value))).get(1).fields())
                .containsExactly("x", value);
    }
}
