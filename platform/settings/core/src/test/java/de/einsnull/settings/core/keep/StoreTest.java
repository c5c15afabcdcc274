package de.einsnull.settings.core.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Difference.Kind;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.SettingsCheck;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.testkit.RecordedAudit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Without these, settings would be half applied, secrets would leak, or a file and the platform would say different things. */
class StoreTest {

    private static final Locale DE = Locale.GERMAN;

    private final FakeAdmin admin = new FakeAdmin();
    private final MemorySecrets secrets = new MemorySecrets();
    private final RecordedAudit audit = new RecordedAudit();
    private final Modules modules = new Modules();
    private final Store store = new Store(Gate.FORMS, new Configurations(admin.service()), modules, secrets, audit);

    private static Draft gate(String instance, boolean isNew, String... keysAndValues) {
        return new Draft(Gate.PID, instance, values(keysAndValues), Set.of(), isNew);
    }

    private static Map<String, List<String>> values(String... keysAndValues) {
        var values = new java.util.HashMap<String, List<String>>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], List.of(keysAndValues[i + 1]));
        }
        return values;
    }

    @Test
    void aNewInstanceIsNamedByItsSettingAndTyped() {
        assertThat(store.apply(gate("", true, "instance", "north", "port", " 1884 ", "mode", ""), "ada", DE))
                .isEmpty();
        var kept = admin.byPid.get(Gate.PID + "~north");
        assertThat(kept.get("port")).isEqualTo(1884);
        assertThat(kept.get("mode")).isNull();
        assertThat(audit.lines()).containsExactly("ada settings.created de.example.gate~north: instance port true");
        assertThat(store.list(Gate.PID)).hasSize(1);
    }

    /** Half saved settings would send the new password to the old server. */
    @Test
    void whenTheDiskIsFullNothingIsAppliedAndTheTrailSaysSo() {
        store.apply(gate("", true, "instance", "north", "port", "1884", "key", "geheim"), "ada", DE);
        secrets.room = 0;
        var change = gate("north", false, "instance", "north", "port", "1885", "key", "neu");
        assertThatThrownBy(() -> store.apply(change, "ada", DE)).hasMessageContaining("No space left");
        assertThat(admin.byPid.get(Gate.PID + "~north").get("port")).isEqualTo(1884);
        assertThat(secrets.all).containsValue("geheim").doesNotContainValue("neu");
        assertThat(audit.lines())
                .last()
                .asString()
                .startsWith("ada settings.changed")
                .endsWith("false");
    }

    @Test
    void nothingIsAppliedWhenOneValueIsWrong() {
        var faults = store.apply(gate("", true, "instance", "north", "port", "70000", "mode", "both"), "ada", DE);
        assertThat(faults)
                .containsExactly(
                        new Fault("port", Code.TOO_LARGE, "65535"),
                        new Fault("mode", Code.NOT_A_CHOICE, "embedded, external"));
        assertThat(admin.byPid).isEmpty();
        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void aNameIsNeededFitForAnAddressAndNotTaken() {
        assertThat(store.check(gate("", true), DE)).containsExactly(new Fault("instance", Code.REQUIRED, ""));
        assertThat(store.check(gate("", true, "instance", "a b"), DE))
                .containsExactly(new Fault("instance", Code.BAD_NAME, ""));
        store.apply(gate("", true, "instance", "north"), "ada", DE);
        assertThat(store.check(gate("", true, "instance", "north"), DE))
                .containsExactly(new Fault("instance", Code.NAME_TAKEN, "north"));
    }

    @Test
    void whatDependsCountsOnlyThen() {
        assertThat(store.check(gate("", true, "instance", "a", "url", "nonsense"), DE))
                .isEmpty();
        assertThat(store.check(gate("", true, "instance", "a", "mode", "external"), DE))
                .containsExactly(new Fault("url", Code.REQUIRED, ""));
        assertThat(store.check(gate("", true, "instance", "a", "mode", "external", "url", "x"), DE))
                .containsExactly(new Fault("url", Code.PATTERN, "tcp://.+"));
    }

    @Test
    void aSecretIsAFileThatStaysUntilItIsReplacedOrRemoved() {
        store.apply(gate("", true, "instance", "north", "key", "geheim"), "ada", DE);
        assertThat(secrets.all).containsExactly(Map.entry("de.example.gate-north-key", "geheim"));
        assertThat(admin.byPid.get(Gate.PID + "~north").get("key")).isEqualTo("$[secret:de.example.gate-north-key]");
        var stored = store.find(Gate.PID, "north").orElseThrow();
        assertThat(stored.values()).doesNotContainKey("key");
        assertThat(stored.secrets()).containsExactly("key");

        store.apply(gate("north", false, "port", "1"), "ada", DE);
        assertThat(store.find(Gate.PID, "north").orElseThrow().secrets()).containsExactly("key");

        store.apply(new Draft(Gate.PID, "north", Map.of(), Set.of("key"), false), "ada", DE);
        assertThat(secrets.all).isEmpty();
        assertThat(audit.lines().toString()).doesNotContain("geheim");
    }

    @Test
    void aReferenceToASecretOfTheCityStaysOneAndItsFileIsNotOurs() throws IOException {
        secrets.write("theirs", "x");
        store.apply(gate("", true, "instance", "north", "key", "$[secret:theirs]"), "ada", DE);
        assertThat(store.remove(Gate.PID, "north", "ada")).isTrue();
        assertThat(secrets.all).containsKey("theirs");
        assertThat(store.remove(Gate.PID, "north", "ada")).isFalse();
    }

    @Test
    void whatStandsInAFileIsChangedOnlyThere() {
        admin.put(Gate.HOUSE, null, Map.of("hosts", "a", "felix.fileinstall.filename", "file:/etc/house.cfg"));
        var draft = new Draft(Gate.HOUSE, "", values("hosts", "b"), Set.of(), false);
        assertThat(store.apply(draft, "ada", DE)).containsExactly(new Fault("", Code.FILE, "/etc/house.cfg"));
        assertThat(store.remove(Gate.HOUSE, "", "ada")).isFalse();
        assertThat(store.export()).doesNotContain("house");
    }

    @Test
    void whatNobodyDescribesStays() {
        admin.put(Gate.HOUSE, null, Map.of("service.ranking", 7, "place", "1,2"));
        store.apply(new Draft(Gate.HOUSE, "", values("place", "8.1,51.8"), Set.of(), false), "ada", DE);
        assertThat(admin.byPid.get(Gate.HOUSE).get("service.ranking")).isEqualTo(7);
        assertThat(store.check(new Draft(Gate.HOUSE, "", values("place", "8.1,91"), Set.of(), false), DE))
                .containsExactly(new Fault("place", Code.NOT_A_PLACE, ""));
    }

    @Test
    void aModuleMayObjectAndABrokenObjectionStopsNobody() {
        var objection = new Fault("port", Code.MODULE, "Der Anschluss ist belegt.");
        SettingsCheck check = (properties, language) ->
                Integer.valueOf(7).equals(properties.get("port")) ? List.of(objection) : List.of();
        SettingsCheck broken = (properties, language) -> {
            throw new IllegalStateException("broken");
        };
        modules.bindCheck(check, Map.of(SettingsCheck.PID, new String[] {Gate.PID}));
        modules.bindCheck(broken, Map.of(SettingsCheck.PID, Gate.PID));
        assertThat(store.check(gate("", true, "instance", "a", "port", "7"), DE))
                .containsExactly(objection);
        assertThat(store.check(gate("", true, "instance", "a", "port", "8"), DE))
                .isEmpty();
    }

    @Test
    void aTestGetsASecretThatIsGoneAfterwards() {
        var seen = new ArrayList<String>();
        modules.bindTest(new SettingsTest() {
            @Override
            public boolean supports(String pid) {
                return pid.equals(Gate.PID);
            }

            @Override
            public Result test(String pid, Map<String, Object> properties, Locale language) {
                seen.add(properties.get("key") + " " + secrets.all.values());
                return new Result(true, "fine");
            }
        });
        assertThat(store.isTestable(Gate.HOUSE)).isFalse();
        assertThat(store.test(gate("", true, "instance", "a", "key", "geheim"), DE))
                .contains(new SettingsTest.Result(true, "fine"));
        assertThat(seen.get(0)).startsWith("$[secret:settings-test-").endsWith("[geheim]");
        assertThat(secrets.all).isEmpty();
        assertThat(admin.byPid).isEmpty();
    }

    @Test
    void anExportTakesEverythingAlongButSecretsAndComesBackAfterAPreview() {
        store.apply(gate("", true, "instance", "north", "port", "1884", "key", "geheim"), "ada", DE);
        store.apply(new Draft(Gate.HOUSE, "", Map.of("hosts", List.of("a", "b")), Set.of(), false), "ada", DE);
        var json = store.export();
        assertThat(json)
                .contains("\"port:Integer\" : 1884")
                .contains("\"hosts:String[]\"")
                .doesNotContain("geheim");
        assertThat(store.compare(json, DE)).extracting(d -> d.kind()).containsOnly(Kind.SAME);

        var changed = json.replace("1884", "1885").replace("\"b\"", "\"c\"").replace("gate~north\"", "gate~south\"");
        assertThat(store.compare(changed.replace("\"north\"", "\"south\""), DE))
                .extracting(d -> d.kind() + " " + d.changes().keySet())
                .containsExactly("NEW [instance, port]", "CHANGED [hosts]");
        store.restore(changed.replace("\"north\"", "\"south\""), "ada", DE);
        assertThat(admin.byPid.get(Gate.PID + "~south").get("port")).isEqualTo(1885);
        assertThat(admin.byPid.get(Gate.PID + "~north").get("port")).isEqualTo(1884);
    }

    @Test
    void anImportLeavesOutWhatIsWrongAndSaysWhatIsNoExport() {
        var json =
                "{\"de.nobody\": {\"a\": 1}, \"de.example.gate~x\": {\"port\": 0}, \"de.example.house\": {\"place\": \"1,2\"}}";
        assertThat(store.restore(json, "ada", DE))
                .extracting(d -> d.kind())
                .containsExactly(Kind.REFUSED, Kind.REFUSED, Kind.NEW);
        assertThat(admin.byPid.keySet()).containsExactly(Gate.HOUSE);
        assertThatThrownBy(() -> store.compare("{", DE)).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> store.compare("[]", DE)).hasMessageContaining("not a JSON object");
        assertThatThrownBy(() -> store.compare("{\"a\": 1}", DE)).hasMessageContaining("a is not");
    }
}
