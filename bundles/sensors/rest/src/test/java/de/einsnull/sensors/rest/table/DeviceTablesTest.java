package de.einsnull.sensors.rest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.testkit.FixedCaller;
import de.einsnull.web.api.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Without these a script that registers devices would not learn which row is wrong. */
class DeviceTablesTest {

    private final Tables tables = new Tables();
    private final DeviceTables resource = new DeviceTables(tables, new FixedCaller(FixedCaller.admin("boss")));

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyMethodIsForAdministratorsOnly() {
        assertThat(DeviceTables.class.getAnnotation(RolesAllowed.class).value()).containsExactly("admin");
        assertThat(Arrays.stream(DeviceTables.class.getDeclaredMethods()))
                .noneMatch(m -> m.isAnnotationPresent(PermitAll.class));
    }

    @Test
    void whatATableDoesIsSaidBeforeAndAfter() {
        var checked = resource.check(csv("good"));
        assertThat(checked.added()).isEqualTo(1);
        assertThat(checked.applied()).isFalse();
        assertThat(tables.applied).isEmpty();

        assertThat(resource.apply("refuse", csv("good")).applied()).isTrue();
        assertThat(tables.applied).containsExactly("good true boss");
    }

    @Test
    void aFaultyRowRefusesTheTableWithItsLineAndColumnUnlessItIsToBeLeftOut() {
        assertThatThrownBy(() -> resource.apply("refuse", csv("mixed")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(422);
                    assertThat(e.problem().fields()).singleElement().satisfies(f -> {
                        assertThat(f.pointer()).isEqualTo("/3/latitude");
                        assertThat(f.message().en()).isEqualTo("NOT_DEGREES 90");
                    });
                });
        var view = resource.apply("skip", csv("mixed"));
        assertThat(view.applied()).isTrue();
        assertThat(view.faulty()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableAndADatabaseThatIsAwayAreSaid() {
        assertStatus(400, () -> resource.check(csv("unreadable")));
        assertStatus(503, () -> resource.apply("skip", csv("away")));
    }

    @Test
    void tablesAreGivenInTheLanguageThatIsAskedFor() {
        assertThat(resource.export("de")).isEqualTo("export de");
        assertThat(resource.template("en")).isEqualTo("template en");
    }

    private static void assertStatus(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().status())
                .isEqualTo(status));
    }

    /** Knows a few tables by name. */
    private static final class Tables implements DeviceTable {

        final List<String> applied = new ArrayList<>();

        @Override
        public Report check(byte[] csv) {
            var good = new Row(2, List.of("a"), "lorawan", "A", "Linde", Effect.NEW, List.of(), List.of());
            var fault = new Fault("latitude", Code.NOT_DEGREES, "90");
            var bad = new Row(3, List.of("b"), "lorawan", "B", "", Effect.FAULTY, List.of(), List.of(fault));
            return switch (new String(csv, StandardCharsets.UTF_8)) {
                case "good" -> new Report(List.of("x"), List.of(good), false);
                case "mixed" -> new Report(List.of("x"), List.of(good, bad), false);
                case "away" -> throw new SensorDataException("away", null);
                default -> throw new UnreadableTable(UnreadableTable.Code.EMPTY, "");
            };
        }

        @Override
        public Report apply(byte[] csv, boolean onlyIfAll, String actor) {
            var report = check(csv);
            boolean refused = onlyIfAll && report.count(Effect.FAULTY) > 0;
            if (!refused) {
                applied.add(new String(csv, StandardCharsets.UTF_8) + " " + onlyIfAll + " " + actor);
            }
            return new Report(report.head(), report.rows(), !refused);
        }

        @Override
        public String template(Locale language) {
            return "template " + language;
        }

        @Override
        public String export(Locale language) {
            return "export " + language;
        }
    }
}
