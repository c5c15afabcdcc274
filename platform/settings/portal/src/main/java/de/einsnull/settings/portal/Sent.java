package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.StoredSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A form as it was sent, or as it is shown first.
 *
 * @param name name of the instance
 * @param values values by id of the setting, secrets left out
 * @param held tokens of secrets that were typed, by id of the setting
 * @param forgotten secrets to remove
 */
record Sent(String name, Map<String, List<String>> values, Map<String, String> held, Set<String> forgotten) {

    static Sent of(StoredSettings stored) {
        return new Sent(stored.instance(), stored.values(), Map.of(), Set.of());
    }

    static Sent empty() {
        return new Sent("", Map.of(), Map.of(), Set.of());
    }

    static Sent read(PageRequest request, SettingsForm form, String instance, HeldSecrets secrets) {
        var values = new HashMap<String, List<String>>();
        var held = new HashMap<String, String>();
        var forgotten = new HashSet<String>();
        for (var setting : form.settings()) {
            if (setting.secret()) {
                secret(request, setting, secrets, held, forgotten);
            } else {
                values.put(setting.id(), values(request, setting));
            }
        }
        var name = instance.isEmpty() ? request.parameter("name").orElse("") : instance;
        return new Sent(name, values, held, forgotten);
    }

    private static void secret(
            PageRequest request, Setting setting, HeldSecrets secrets, Map<String, String> held, Set<String> gone) {
        var field = FieldView.field(setting.id());
        var owner = request.identity().id();
        var typed = request.parameter(field).orElse("");
        var before = request.parameter(field + ".gemerkt").orElse("");
        if (request.parameter(field + ".entfernen").isPresent()) {
            gone.add(setting.id());
        } else if (!typed.isEmpty()) {
            held.put(setting.id(), secrets.hold(owner, typed));
        } else if (secrets.find(owner, before).isPresent()) {
            held.put(setting.id(), before);
        }
    }

    private static List<String> values(PageRequest request, Setting setting) {
        var field = FieldView.field(setting.id());
        if (setting.geoPoint()) {
            var longitude = request.parameter(field + ".laenge").orElse("").replace(',', '.');
            var latitude = request.parameter(field + ".breite").orElse("").replace(',', '.');
            return longitude.isEmpty() && latitude.isEmpty() ? List.of() : List.of(longitude + "," + latitude);
        }
        var sent = request.parameters().getOrDefault(field, List.of());
        return setting.list() && setting.choices().isEmpty()
                ? sent.stream().flatMap(String::lines).toList()
                : sent;
    }

    /** What is to be checked and applied. */
    Draft draft(PageRequest request, SettingsForm form, boolean isNew, HeldSecrets secrets) {
        var all = new HashMap<>(values);
        held.forEach((id, token) ->
                secrets.find(request.identity().id(), token).ifPresent(secret -> all.put(id, List.of(secret))));
        return new Draft(form.pid(), isNew && form.naming().isPresent() ? "" : name, all, forgotten, isNew);
    }
}
