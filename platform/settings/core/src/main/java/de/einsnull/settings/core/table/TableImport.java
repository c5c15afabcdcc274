package de.einsnull.settings.core.table;

import de.einsnull.settings.api.CsvImport;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.table.Csv;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Creates instances from the rows of a table. */
@Component
public final class TableImport implements CsvImport {

    private static final int MOST_ROWS = 2_000;
    private static final String NAME = "name";

    private final SettingsForms forms;
    private final SettingsStore store;

    @Activate
    public TableImport(@Reference SettingsForms forms, @Reference SettingsStore store) {
        this.forms = forms;
        this.store = store;
    }

    private record Checked(int line, Draft draft, String instance, List<Fault> faults) {

        Row row(boolean created) {
            return new Row(line, instance, created, faults);
        }
    }

    @Override
    public List<Row> check(String factoryPid, String csv, Locale language) {
        return checked(factoryPid, csv, language).stream()
                .map(checked -> checked.row(false))
                .toList();
    }

    @Override
    public List<Row> create(String factoryPid, String csv, boolean onlyIfAll, String actor, Locale language) {
        var all = checked(factoryPid, csv, language);
        boolean refused =
                onlyIfAll && all.stream().anyMatch(one -> !one.faults().isEmpty());
        var rows = new ArrayList<Row>();
        for (var one : all) {
            if (refused || !one.faults().isEmpty()) {
                rows.add(one.row(false));
            } else {
                var faults = store.apply(one.draft(), actor, language);
                rows.add(new Row(one.line(), one.instance(), faults.isEmpty(), faults));
            }
        }
        return rows;
    }

    private List<Checked> checked(String factoryPid, String csv, Locale language) {
        var form = forms.find(factoryPid, language)
                .filter(SettingsForm::factory)
                .orElseThrow(() -> new IllegalArgumentException("there can be only one of " + factoryPid));
        var lines = Csv.read(csv);
        if (lines.size() < 2) {
            throw new IllegalArgumentException("it needs a line with the names of the settings and one for each row");
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new IllegalArgumentException("more than " + MOST_ROWS + " rows");
        }
        var head = head(form, lines.get(0).fields());
        var names = new HashSet<String>();
        var rows = new ArrayList<Checked>();
        for (var line : lines.subList(1, lines.size())) {
            rows.add(checked(form, head, line, names, language));
        }
        return rows;
    }

    private static List<String> head(SettingsForm form, List<String> head) {
        for (var id : head) {
            boolean known = form.setting(id).isPresent() || (form.naming().isEmpty() && id.equals(NAME));
            if (!known) {
                throw new IllegalArgumentException("the column '" + id + "' is none of "
                        + String.join(
                                ", ", form.settings().stream().map(Setting::id).toList()));
            }
        }
        if (new HashSet<>(head).size() < head.size()) {
            throw new IllegalArgumentException("a column is there twice");
        }
        return head;
    }

    private Checked checked(SettingsForm form, List<String> head, Csv.Line line, Set<String> names, Locale language) {
        if (line.fields().size() > head.size()) {
            var fault = new Fault("", Code.TOO_LONG, String.valueOf(head.size()));
            return new Checked(line.number(), null, "", List.of(fault));
        }
        var values = values(form, head, line.fields());
        var named = form.naming().map(Setting::id).orElse(NAME);
        var instance = String.join("", values.getOrDefault(named, List.of()));
        if (form.setting(named).isEmpty()) {
            values.remove(named);
        }
        var draft = new Draft(form.pid(), form.naming().isPresent() ? "" : instance, values, Set.of(), true);
        var faults = new ArrayList<>(store.check(draft, language));
        if (!instance.isEmpty() && !names.add(instance)) {
            faults.add(0, new Fault(form.naming().map(Setting::id).orElse(Fault.NAME), Code.NAME_TAKEN, instance));
        }
        return new Checked(line.number(), draft, instance, faults);
    }

    private static Map<String, List<String>> values(SettingsForm form, List<String> head, List<String> fields) {
        var values = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < fields.size(); i++) {
            var id = head.get(i);
            boolean list = form.setting(id).map(Setting::list).orElse(false);
            values.put(id, list ? List.of(fields.get(i).split("\\|")) : List.of(fields.get(i)));
        }
        return values;
    }

    @Override
    public String decode(byte[] bytes) {
        return Csv.decode(bytes);
    }
}
