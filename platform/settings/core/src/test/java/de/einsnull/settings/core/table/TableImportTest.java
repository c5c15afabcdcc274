package de.einsnull.settings.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.core.keep.Configurations;
import de.einsnull.settings.core.keep.FakeAdmin;
import de.einsnull.settings.core.keep.Gate;
import de.einsnull.settings.core.keep.MemorySecrets;
import de.einsnull.settings.core.keep.Modules;
import de.einsnull.settings.core.keep.Store;
import de.einsnull.testkit.RecordedAudit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without these, one bad row of a hundred would cost city IT the other ninety-nine, or an evening. */
class TableImportTest {

    private static final Locale DE = Locale.GERMAN;

    private final Store store = new Store(
            Gate.FORMS,
            new Configurations(new FakeAdmin().service()),
            new Modules(),
            new MemorySecrets(),
            new RecordedAudit());
    private final TableImport tables = new TableImport(Gate.FORMS, store);

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void findsTheDelimiterAndTheBadRow(String delimiter) {
        var csv = "\uFEFFinstance;port\r\nnorth;1884\r\n\r\nsouth;99999\r\nnorth;1\r\n".replace(";", delimiter);
        assertThat(tables.check(Gate.PID, csv, DE))
                .extracting(row -> row.line() + " " + row.instance() + " "
                        + row.faults().stream().map(fault -> fault.code()).toList())
                .containsExactly("2 north []", "4 south [TOO_LARGE]", "5 north [NAME_TAKEN]");
        assertThat(store.list(Gate.PID)).isEmpty();
    }

    @Test
    void createsTheGoodRowsOrNoneAtAll() {
        var csv = "instance;port\nnorth;1884\nsouth;x\n";
        assertThat(tables.create(Gate.PID, csv, true, "ada", DE)).noneMatch(row -> row.created());
        assertThat(store.list(Gate.PID)).isEmpty();
        assertThat(tables.create(Gate.PID, csv, false, "ada", DE))
                .extracting(row -> row.created())
                .containsExactly(true, false);
        assertThat(store.list(Gate.PID)).extracting(one -> one.instance()).containsExactly("north");
    }

    @Test
    void aRowThatIsTooLongIsNotGuessedAt() {
        assertThat(tables.check(Gate.PID, "instance\na;b\n".replace(';', ','), DE)
                        .get(0)
                        .faults())
                .isNotEmpty();
        assertThat(tables.check(Gate.PID, "instance;port\na;1;2\n", DE).get(0).faults())
                .extracting(fault -> fault.code())
                .containsExactly(Code.TOO_LONG);
    }

    @Test
    void whatIsNoTableIsSaid() {
        assertThatThrownBy(() -> tables.check(Gate.PID, "instance\n", DE)).hasMessageContaining("needs a line");
        assertThatThrownBy(() -> tables.check(Gate.PID, "Instanz;port\na;1", DE))
                .hasMessageContaining("'Instanz'");
        assertThatThrownBy(() -> tables.check(Gate.PID, "port;port\n1;1", DE)).hasMessageContaining("twice");
        assertThatThrownBy(() -> tables.check(Gate.HOUSE, "place\n1", DE)).hasMessageContaining("only one");
        assertThatThrownBy(() -> tables.check(Gate.PID, "instance\n" + "a\n".repeat(2_001), DE))
                .hasMessageContaining("more than");
    }

    @Test
    void readsWhatASpreadsheetOnWindowsWrites() {
        assertThat(tables.decode("Süd".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("Süd");
        assertThat(tables.decode("\uFEFFSüd".getBytes(StandardCharsets.UTF_8))).isEqualTo("Süd");
    }
}
