package de.einsnull.settings.core.keep;

import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.service.cm.Configuration;

/**
 * What a draft would make of the configurations that are there.
 *
 * @param form the form
 * @param instance name of the instance
 * @param values tidy values by id; the name of an instance that exists is the one it has
 * @param forgotten secrets to remove
 * @param before properties of the configuration, empty if there is none
 * @param faults what is wrong
 */
record Proposal(
        SettingsForm form,
        String instance,
        Map<String, List<String>> values,
        Set<String> forgotten,
        Map<String, Object> before,
        List<Fault> faults) {

    static Proposal of(SettingsForm form, Draft draft, Map<String, Configuration> all) {
        var values = new LinkedHashMap<String, List<String>>();
        draft.values().forEach((id, several) -> values.put(id, Values.tidy(several)));
        values.values().removeIf(List::isEmpty);
        var known = draft.isNew() ? null : all.get(draft.instance());
        var before = known == null ? Map.<String, Object>of() : Configurations.properties(known);
        var instance = name(form, draft, values, before);
        var kept = kept(form, before, draft.forgotten());
        var faults = new ArrayList<>(Validator.faults(form, values, kept));
        if (form.factory() && known == null) {
            faults.addAll(0, nameFaults(form, instance, draft.isNew() && isTaken(form, instance, all), faults));
        }
        if (known != null && Configurations.stored(form, instance, known).isFile()) {
            faults.add(
                    0,
                    new Fault(
                            "",
                            Code.FILE,
                            Configurations.stored(form, instance, known).file()));
        }
        return new Proposal(form, instance, values, draft.forgotten(), before, faults);
    }

    private static String name(
            SettingsForm form, Draft draft, Map<String, List<String>> values, Map<String, Object> before) {
        if (form.naming().isEmpty()) {
            return draft.instance();
        }
        var id = form.naming().get().id();
        if (before.containsKey(id)) {
            values.put(id, Values.texts(before.get(id)));
        } else if (!draft.instance().isEmpty()) {
            values.putIfAbsent(id, List.of(draft.instance()));
        }
        var named = values.getOrDefault(id, List.of(""));
        return draft.instance().isEmpty() ? named.get(0) : draft.instance();
    }

    private static boolean isTaken(SettingsForm form, String instance, Map<String, Configuration> all) {
        return all.containsKey(instance)
                || form.naming()
                        .map(setting -> all.values().stream()
                                .map(Configurations::properties)
                                .anyMatch(properties -> instance.equals(properties.get(setting.id()))))
                        .orElse(false);
    }

    private static List<Fault> nameFaults(SettingsForm form, String instance, boolean taken, List<Fault> others) {
        var id = form.naming().map(Setting::id).orElse(Fault.NAME);
        if (others.stream().anyMatch(fault -> fault.setting().equals(id))) {
            return List.of();
        }
        if (instance.isEmpty()) {
            return List.of(new Fault(id, Code.REQUIRED, ""));
        }
        if (!Names.isName(instance)) {
            return List.of(new Fault(id, Code.BAD_NAME, ""));
        }
        return taken ? List.of(new Fault(id, Code.NAME_TAKEN, instance)) : List.of();
    }

    private static Set<String> kept(SettingsForm form, Map<String, Object> before, Set<String> forgotten) {
        return form.settings().stream()
                .filter(setting -> setting.secret() && !forgotten.contains(setting.id()))
                .map(Setting::id)
                .filter(before::containsKey)
                .collect(Collectors.toSet());
    }

    /** Properties of the configuration afterwards; secrets that were typed are plain. What nobody describes stays. */
    Map<String, Object> after() {
        var after = new HashMap<>(before);
        for (var setting : form.settings()) {
            var typed = values.get(setting.id());
            if (typed != null) {
                after.put(setting.id(), typed(setting, typed));
            } else if (!setting.secret() || forgotten.contains(setting.id())) {
                after.remove(setting.id());
            }
        }
        return after;
    }

    /** A reference to a value elsewhere is a text, whatever it will be. */
    private static Object typed(Setting setting, List<String> values) {
        return !setting.list() && values.get(0).startsWith("$[") ? values.get(0) : Values.typed(setting, values);
    }

    /** Ids of what changes, in alphabetical order. */
    Set<String> changes() {
        var after = after();
        var changed = new TreeSet<String>();
        for (var setting : form.settings()) {
            var now = after.containsKey(setting.id()) ? Values.texts(after.get(setting.id())) : List.of();
            var then = before.containsKey(setting.id()) ? Values.texts(before.get(setting.id())) : List.of();
            if (!now.equals(then)) {
                changed.add(setting.id());
            }
        }
        return changed;
    }
}
