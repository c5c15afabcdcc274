package de.einsnull.sensors.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DeviceTable.Effect;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.testkit.RecordedAudit;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without these, one bad row of a hundred sensors would cost city IT the other ninety-nine, or an evening. */
class TableOfDevicesTest {

    private static final String HEAD = "Treiberinstanz;Kennung;Name;Breitengrad;Längengrad;Offen;Eigenschaft.art\n";

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final RecordedAudit audit = new RecordedAudit();
    private final DeviceTable tables =
            new TableOfDevices(test.registry, test.host.instances(), test.codecs.codecs(), audit);

    @BeforeEach
    void register() {
        test.register("lorawan", "D1", "");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DeviceRegistration device(String externalId) {
        return test.registry.find("lorawan", externalId).orElseThrow().registration();
    }

    @Test
    void theSameTableTwiceChangesNothing() {
        var table =
                csv("\uFEFF" + HEAD + "lorawan;D1;Linde;51,825;8,145;ja;Linde\r\nlorawan;D2;Buche;51.8;8.1;nein;\r\n");

        var first = tables.apply(table, true, "ada");
        assertThat(first.rows()).extracting(DeviceTable.Row::effect).containsExactly(Effect.CHANGED, Effect.NEW);
        assertThat(first.rows().get(0).changes()).containsExactly("Name", "Eigenschaft.art");
        assertThat(first.applied()).isTrue();
        assertThat(device("D1").name()).isEqualTo("Linde");
        assertThat(device("D1").properties()).isEqualTo(Map.of("accessible", "true", "art", "Linde"));
        assertThat(device("D2").position()).contains(new Position(8.1, 51.8));
        assertThat(audit.lines())
                .containsExactly("ada devices.imported 1 new, 1 changed, 0 unchanged, 0 left out true");

        assertThat(tables.apply(table, true, "ada").count(Effect.UNCHANGED)).isEqualTo(2);
        assertThat(audit.lines()).hasSize(1);
    }

    @Test
    void whatTheTableHasNoColumnForStays() {
        tables.apply(csv("instance,externalId,group\nlorawan,D1,Park\n"), true, "ada");

        var device = device("D1");
        assertThat(device.group()).isEqualTo("Park");
        assertThat(device.name()).isEqualTo("Bucht D1");
        assertThat(device.position()).isPresent();
        assertThat(device.open()).isTrue();
        tables.apply(csv("instance,externalId,latitude,longitude,licence\nlorawan,D1,,,\n"), true, "ada");
        assertThat(device("D1").position()).isPresent();
        assertThat(device("D1").licence()).isEmpty();
    }

    @Test
    void goodRowsAreRegisteredWithoutTheFaultyOnesOrNoneAtAll() {
        var table = csv(HEAD + "lorawan;D2;Buche;;;;\nlorawan;D3;;95;8;;\n");

        var refused = tables.apply(table, true, "ada");
        assertThat(refused.applied()).isFalse();
        assertThat(test.registry.find("lorawan", "D2")).isEmpty();
        assertThat(audit.lines()).isEmpty();

        assertThat(tables.apply(table, false, "ada").rows())
                .extracting(DeviceTable.Row::effect)
                .containsExactly(Effect.NEW, Effect.FAULTY);
        assertThat(device("D2").open()).as("never open by accident").isFalse();
        assertThat(test.registry.find("lorawan", "D3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lorawan;D2;;;;;|Name REQUIRED",
                ";D2;Buche;;;;|Treiberinstanz REQUIRED",
                "lorawan;;Buche;;;;|Kennung REQUIRED",
                "lora;D2;Buche;;;;|Treiberinstanz NO_INSTANCE lorawan",
                "lorawan;D2;Buche;91;8;;|Breitengrad NOT_DEGREES 90",
                "lorawan;D2;Buche;51;acht;;|Längengrad NOT_DEGREES 180",
                "lorawan;D2;Buche;51;;;|Längengrad HALF_PLACE",
                "lorawan;D2;Buche;;;vielleicht;|Offen NOT_YES_NO",
                "lorawan;D2;Buche;;;;;x|TOO_MANY_FIELDS 7",
            })
    void whatIsWrongIsSaidAtItsColumn(String row, String fault) {
        var found = tables.check(csv(HEAD + row + "\n")).rows().get(0);
        assertThat(found.effect()).isEqualTo(Effect.FAULTY);
        assertThat(found.faults())
                .extracting(f -> (f.column() + " " + f.code() + " " + f.detail()).strip())
                .containsExactly(fault);
    }

    @Test
    void modelsKindsLengthsAndDoublesAreChecked() {
        var rows = tables.check(csv("instance;externalId;name;model;kind\n"
                        + "lorawan;D2;N;none;soil\nlorawan;D2;N;;Böden\nlorawan;D4;" + "x".repeat(201) + ";;SOIL\n"))
                .rows();
        assertThat(rows.get(0).faults()).extracting(DeviceTable.Fault::code).containsExactly(DeviceTable.Code.NO_MODEL);
        assertThat(rows.get(1).faults())
                .extracting(f -> f.code() + f.detail().replaceFirst(",.*", ""))
                .containsExactly("NO_KINDparking-bay", "TWICE2");
        assertThat(rows.get(2).faults())
                .extracting(f -> f.column() + f.detail())
                .containsExactly("name200");
    }

    /** On the box it stands with hyphens, in the delivery note in lower case. */
    @Test
    void theEuiOfALorawanDeviceIsReadAsItIsPrinted() {
        test.codecs.bind("m", new NoCodec());
        tables.apply(csv("instance;externalId;name;model\nlorawan;a8-40-41-00-01-81-b5-c1;Linde;m\n"), true, "ada");
        assertThat(device("A84041000181B5C1").model()).isEqualTo("m");
        var again = tables.check(csv("instance;externalId;name\nlorawan;a84041000181b5c1;Linde\n"));
        assertThat(again.count(Effect.UNCHANGED)).isEqualTo(1);
        var other = tables.check(csv("instance;externalId;name\nlorawan;a84041000181b5c2;Linde\n"));
        assertThat(other.rows().get(0).externalId()).isEqualTo("a84041000181b5c2");
    }

    @Test
    void whatIsExportedComesBackUnchanged() {
        test.registry.register(TestPlatform.registration("lorawan", "=D2", ""));
        for (var language : new Locale[] {Locale.GERMAN, Locale.ENGLISH}) {
            var table = tables.export(language);
            assertThat(tables.check(csv(table)).count(Effect.UNCHANGED)).isEqualTo(2);
            assertThat(table).contains(tables.template(language).strip());
        }
        assertThat(tables.export(Locale.GERMAN)).contains("\"ja\"", "\"51,825\"", "Eigenschaft.accessible");
        var windows = tables.template(Locale.GERMAN).getBytes(Charset.forName("windows-1252"));
        assertThatThrownBy(() -> tables.check(windows)).hasMessageContaining("EMPTY");
    }

    /** The list of faulty rows that the page gives has a column with the reason; corrected, it is given back. */
    @Test
    void theReasonIsPassedOver() {
        var table = csv("Treiberinstanz;Kennung;Name;Grund\nlorawan;D2;Buche;Name fehlt\n");
        assertThat(tables.check(table).count(Effect.NEW)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instance;externalId|EMPTY",
                "instance;name~a;b|NO_COLUMN Kennung (externalId)",
                "instance;externalId;colour~a;b;c|UNKNOWN_COLUMN colour",
                "instance;externalId;Kennung~a;b;c|COLUMN_TWICE Kennung",
            })
    void whatIsNoTableOfDevicesIsSaid(String table, String why) {
        assertThatThrownBy(() -> tables.check(csv(table.replace("~", "\n"))))
                .isInstanceOfSatisfying(UnreadableTable.class, e -> assertThat((e.code() + " " + e.detail()).strip())
                        .isEqualTo(why));
    }

    @Test
    void aTableHasAnEnd() {
        assertThatThrownBy(() -> tables.check(csv(HEAD + "lorawan;x\n".repeat(DeviceTable.MOST_ROWS + 1))))
                .isInstanceOfSatisfying(
                        UnreadableTable.class, e -> assertThat(e.detail()).isEqualTo("2000"));
        assertThatThrownBy(() -> tables.check(new byte[DeviceTable.MOST_BYTES + 1]))
                .isInstanceOf(UnreadableTable.class);
    }

    @Test
    void withoutTheDatabaseNothingIsDoneAndNothingIsSaidToBe() {
        test.database.setDown(true);
        assertThatThrownBy(() -> tables.apply(csv(HEAD + "lorawan;D2;Buche;;;;\n"), true, "ada"))
                .isInstanceOf(SensorDataException.class);
        test.database.setDown(false);
        assertThat(test.registry.find("lorawan", "D2")).isEmpty();
        assertThat(audit.lines()).isEmpty();
    }
}
