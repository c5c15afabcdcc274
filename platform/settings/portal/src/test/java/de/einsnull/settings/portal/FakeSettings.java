package de.einsnull.settings.portal;

import de.einsnull.settings.api.CsvImport;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.settings.api.StoredSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A module with a factory and a single form; it keeps what it is asked to, and refuses what the test says. */
final class FakeSettings implements SettingsForms, SettingsStore, CsvImport {

    static final String GATE = "de.example.gate";
    static final String HOUSE = "de.example.house";

    final List<Draft> applied = new ArrayList<>();
    final List<Draft> tested = new ArrayList<>();
    final List<String> removed = new ArrayList<>();
    final List<StoredSettings> stored = new ArrayList<>();
    List<Fault> faults = List.of();
    List<Row> rows = List.of();
    List<Difference> differences = List.of();
    boolean away;

    private static Setting setting(
            String id, Type type, boolean list, List<String> defaults, boolean secret, boolean place, boolean names) {
        return new Setting(
                id,
                new Label(id, "en"),
                Label.NONE,
                Label.NONE,
                type,
                list,
                names,
                defaults,
                List.of(),
                type == Type.INTEGER ? Optional.of(BigDecimal.ONE) : Optional.empty(),
                type == Type.INTEGER ? Optional.of(BigDecimal.TEN) : Optional.empty(),
                "",
                secret,
                place,
                names,
                id.equals("key") ? Optional.of(new Setting.Condition("open", List.of("true"))) : Optional.empty());
    }

    private static SettingsForm form(String pid, boolean factory, String module, Setting... settings) {
        return new SettingsForm(pid, factory, new Label(pid, ""), Label.NONE, module, module, List.of(settings));
    }

    @Override
    public List<SettingsForm> all(Locale language) {
        return List.of(
                form(
                        GATE,
                        true,
                        "de.example",
                        setting("instance", Type.TEXT, false, List.of(), false, false, true),
                        setting("port", Type.INTEGER, false, List.of("5"), false, false, false),
                        setting("open", Type.TRUTH, false, List.of("true"), false, false, false),
                        setting("topics", Type.TEXT, true, List.of("a", "b"), false, false, false),
                        setting("key", Type.TEXT, false, List.of(), true, false, false)),
                form(HOUSE, false, "de.example", setting("place", Type.TEXT, false, List.of(), false, true, false)),
                form("lib", false, "org.apache.felix.x"));
    }

    @Override
    public Optional<SettingsForm> find(String pid, Locale language) {
        return all(language).stream().filter(form -> form.pid().equals(pid)).findFirst();
    }

    @Override
    public List<StoredSettings> list(String pid) {
        return stored.stream().filter(one -> one.pid().equals(pid)).toList();
    }

    @Override
    public Optional<StoredSettings> find(String pid, String instance) {
        return list(pid).stream().filter(one -> one.instance().equals(instance)).findFirst();
    }

    @Override
    public List<Fault> check(Draft draft, Locale language) {
        return faults;
    }

    @Override
    public List<Fault> apply(Draft draft, String actor, Locale language) {
        if (away) {
            throw new SettingsException("away", null);
        }
        if (faults.isEmpty()) {
            applied.add(draft);
        }
        return faults;
    }

    @Override
    public boolean remove(String pid, String instance, String actor) {
        return removed.add(actor + " " + pid + " " + instance);
    }

    @Override
    public boolean isTestable(String pid) {
        return pid.equals(GATE);
    }

    @Override
    public Optional<SettingsTest.Result> test(Draft draft, Locale language) {
        tested.add(draft);
        return Optional.of(new SettingsTest.Result(false, "no answer"));
    }

    @Override
    public String export() {
        return "{}";
    }

    @Override
    public List<Difference> compare(String json, Locale language) {
        if (json.isEmpty()) {
            throw new IllegalArgumentException("not JSON");
        }
        return differences;
    }

    @Override
    public List<Difference> restore(String json, String actor, Locale language) {
        applied.add(new Draft(json, actor, Map.of(), Set.of(), false));
        return differences;
    }

    @Override
    public List<Row> check(String factoryPid, String csv, Locale language) {
        if (csv.isEmpty()) {
            throw new IllegalArgumentException("it needs a line");
        }
        return rows;
    }

    @Override
    public List<Row> create(String factoryPid, String csv, boolean onlyIfAll, String actor, Locale language) {
        applied.add(new Draft(factoryPid, onlyIfAll ? "all" : "good", Map.of(), Set.of(), true));
        return rows;
    }

    @Override
    public String decode(byte[] bytes) {
        throw new UnsupportedOperationException();
    }
}
