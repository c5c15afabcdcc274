package de.einsnull.settings.core.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Difference.Kind;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.testkit.RecordedAudit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that are taken along arrive as they were, on another machine and years later. */
class TransferTest {

    private static final Locale DE = Locale.GERMAN;

    private final FakeAdmin admin = new FakeAdmin();
    private final RecordedAudit audit = new RecordedAudit();
    private final Store store =
            new Store(Gate.FORMS, new Configurations(admin.service()), new Modules(), new MemorySecrets(), audit);

    private List<Kind> kinds(String json) {
        return store.compare(json, DE).stream().map(Difference::kind).toList();
    }

    /** Other tools read the format too (OSGi Compendium 150). */
    @Test
    void theFileIsWhatTheConfiguratorReads() {
        admin.put(Gate.PID + "~north", Gate.PID, Map.of("instance", "north", "port", 1884));
        assertThat(store.export())
                .contains("\":configurator:resource-version\" : 1")
                .contains("\"de.example.gate~north\"")
                .contains("\"port:Integer\" : 1884");
    }

    /** A file that was written by hand may say it with other types, or none. */
    @Test
    void typesInTheFileAreHintsOnly() {
        admin.put(Gate.PID + "~north", Gate.PID, Map.of("instance", "north", "port", 1884));
        assertThat(kinds("{\"de.example.gate~north\": {\"port\": \"1884\", \"instance\": \"north\"}}"))
                .containsExactly(Kind.SAME);
        assertThat(kinds("{\"de.example.gate~north\": {\"port:Long\": 1885, \"instance\": \"north\"}}"))
                .containsExactly(Kind.CHANGED);
    }

    @Test
    void whatTheFormatSaysAboutItselfIsNoSetting() {
        assertThat(kinds("{\":configurator:version\": \"1\","
                        + " \"de.example.house\": {\":configurator:ranking\": 7, \"hosts\": [\"a\"]}}"))
                .containsExactly(Kind.NEW);
    }

    @Test
    void changesShowBothValuesButNeverASecret() {
        admin.put(
                Gate.PID + "~north",
                Gate.PID,
                Map.of("instance", "north", "port", 1884, "key", "$[secret:de.example.gate-north-key]"));
        var json = "{\"de.example.gate~north\": {\"instance\": \"north\", \"port\": 1885, \"key\": \"geheim\"}}";
        var changes = store.compare(json, DE).get(0).changes();
        assertThat(changes).containsOnlyKeys("port");
        assertThat(changes.get("port")).isEqualTo(new Difference.Change(List.of("1884"), List.of("1885")));
    }

    @Test
    void aSecretThatSomebodyWroteIntoTheConfigurationIsNotTakenAlong() {
        admin.put(Gate.PID + "~north", Gate.PID, Map.of("instance", "north", "key", "geheim"));
        assertThat(store.export()).contains("north").doesNotContain("geheim").doesNotContain("\"key\"");
    }

    /** It lives for seconds, and would be a second driver everywhere it is imported. */
    @Test
    void aSettingThatIsJustBeingTriedIsNotTakenAlong() {
        admin.put(Gate.PID + "~trial", Gate.PID, Map.of("instance", "trial", "x" + SettingsTest.SCRATCH, true));
        assertThat(store.export()).doesNotContain("trial");
        assertThat(store.list(Gate.PID)).isEmpty();
    }

    @Test
    void whatIsRefusedSaysWhyAndTheRestIsApplied() {
        var json = "{\"de.example.gate~bad name\": {\"port\": 1},"
                + " \"de.example.gate~low\": {\"port\": 0},"
                + " \"de.gone\": {},"
                + " \"de.example.gate~good\": {\"port\": 2}}";
        var all = store.restore(json, "ada", DE);
        assertThat(all)
                .extracting(one -> one.kind() + " "
                        + one.faults().stream().map(fault -> fault.code()).toList())
                .containsExactly(
                        "REFUSED [" + Code.BAD_NAME + "]",
                        "REFUSED [" + Code.TOO_SMALL + "]",
                        "REFUSED [" + Code.UNKNOWN + "]",
                        "NEW []");
        assertThat(admin.byPid).containsOnlyKeys(Gate.PID + "~good");
        assertThat(audit.lines()).containsExactly("ada settings.created de.example.gate~good: instance port true");
    }

    @Test
    void whatIsTheSameIsNotWrittenAgain() {
        admin.put(Gate.HOUSE, null, Map.of("hosts", new String[] {"a", "b"}));
        var json = store.export();
        assertThat(store.restore(json, "ada", DE)).extracting(Difference::kind).containsExactly(Kind.SAME);
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void aFileWithoutEndIsNotEvenRead() {
        assertThatThrownBy(() -> store.compare(" ".repeat(2_000_001), DE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than");
        assertThatThrownBy(() -> store.compare("", DE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.compare("{\"a\": 1,\n\"b\" }", DE)).hasMessageContaining("line 2");
    }
}
