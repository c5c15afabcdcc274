package de.einsnull.settings.rest;

import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.SettingsForm;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Settings in a request: {@code {"values": {"port": 1883, "topics": ["a", "b"]}, "forget": ["password"]}}.
 *
 * @param values values by id; a secret that is not among them stays as it is
 * @param forget ids of secrets to remove
 */
public record Proposed(Map<String, Object> values, Set<String> forget) {

    /** Nothing is as good as empty. */
    public Proposed {
        values = values == null ? Map.of() : values;
        forget = forget == null ? Set.of() : forget;
    }

    Draft draft(SettingsForm form, String instance) {
        var texts = new HashMap<String, List<String>>();
        values.forEach((id, value) -> texts.put(id, texts(value)));
        var name = instance.isEmpty() && form.factory()
                ? form.naming()
                        .map(setting -> String.join("", texts.getOrDefault(setting.id(), List.of())))
                        .orElse("")
                : instance;
        return new Draft(form.pid(), name, texts, forget, false);
    }

    private static List<String> texts(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    @Override
    public String toString() {
        return "Proposed" + values.keySet();
    }
}
