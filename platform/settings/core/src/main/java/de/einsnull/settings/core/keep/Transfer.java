package de.einsnull.settings.core.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Difference.Kind;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes and reads settings in the format of the OSGi Configurator (OSGi Compendium 150). */
final class Transfer {

    private static final String HEAD = ":configurator:";
    private static final int LONGEST = 2_000_000;

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final SettingsForms forms;
    private final Store store;
    private final Configurations configurations;

    Transfer(SettingsForms forms, Store store, Configurations configurations) {
        this.forms = forms;
        this.store = store;
        this.configurations = configurations;
    }

    String export() {
        var root = json.createObjectNode();
        root.put(HEAD + "resource-version", 1);
        root.put(HEAD + "symbolic-name", "de.einsnull.settings.export");
        root.put(HEAD + "version", "1.0.0");
        for (var form : forms.all(Locale.ROOT)) {
            configurations.of(form).forEach((instance, configuration) -> {
                if (!Configurations.stored(form, instance, configuration).isFile()) {
                    var address = form.factory() ? form.pid() + "~" + instance : form.pid();
                    write(form, Configurations.properties(configuration), root.putObject(address));
                }
            });
        }
        try {
            return json.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new SettingsException("The settings cannot be exported", e);
        }
    }

    private void write(SettingsForm form, Map<String, Object> properties, ObjectNode node) {
        for (var setting : form.settings()) {
            var value = properties.get(setting.id());
            boolean told =
                    value != null && (!setting.secret() || String.valueOf(value).startsWith("$["));
            if (told) {
                node.set(setting.id() + type(value), json.valueToTree(value));
            }
        }
    }

    /** JSON tells apart texts, truth and whole numbers; every other type is named after the key. */
    private static String type(Object value) {
        var type = value.getClass();
        if (type.isArray()) {
            return ":" + type.getComponentType().getSimpleName() + "[]";
        }
        return value instanceof String || value instanceof Boolean || value instanceof Long
                ? ""
                : ":" + type.getSimpleName();
    }

    List<Difference> compare(String text, Locale language) {
        var differences = new ArrayList<Difference>();
        read(text).forEach((address, values) -> differences.add(difference(address, values, language)));
        return differences;
    }

    private Difference difference(String address, Map<String, List<String>> values, Locale language) {
        int tilde = address.indexOf('~');
        var pid = tilde < 0 ? address : address.substring(0, tilde);
        var instance = tilde < 0 ? "" : address.substring(tilde + 1);
        var draft = new Draft(pid, instance, values, Set.of(), false);
        var proposal = store.propose(draft, language);
        if (proposal.form() == null || !proposal.faults().isEmpty()) {
            return new Difference(draft, Kind.REFUSED, Map.of(), proposal.faults());
        }
        var changes = new LinkedHashMap<String, Difference.Change>();
        var after = proposal.after();
        for (var id : proposal.changes()) {
            if (!proposal.form().setting(id).map(Setting::secret).orElse(true)) {
                changes.put(id, new Difference.Change(texts(proposal.before(), id), texts(after, id)));
            }
        }
        var kind = proposal.before().isEmpty() ? Kind.NEW : Kind.CHANGED;
        return new Difference(draft, proposal.changes().isEmpty() ? Kind.SAME : kind, changes, List.of());
    }

    private static List<String> texts(Map<String, Object> properties, String id) {
        return properties.containsKey(id) ? Values.texts(properties.get(id)) : List.of();
    }

    private Map<String, Map<String, List<String>>> read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not JSON, line " + e.getLocation().getLineNr(), e);
        }
        if (root == null || !root.isObject()) {
            throw new IllegalArgumentException("not a JSON object with a key for each PID");
        }
        var all = new LinkedHashMap<String, Map<String, List<String>>>();
        root.properties().forEach(entry -> {
            if (!entry.getKey().startsWith(HEAD)) {
                all.put(entry.getKey(), values(entry.getKey(), entry.getValue()));
            }
        });
        return all;
    }

    private static Map<String, List<String>> values(String address, JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(address + " is not a JSON object");
        }
        var values = new LinkedHashMap<String, List<String>>();
        node.properties().forEach(entry -> {
            int colon = entry.getKey().indexOf(':');
            if (colon != 0) {
                var id = colon < 0 ? entry.getKey() : entry.getKey().substring(0, colon);
                values.put(id, values(entry.getValue()));
            }
        });
        return values;
    }

    private static List<String> values(JsonNode node) {
        var values = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(one -> values.add(one.asText()));
        } else if (!node.isNull()) {
            values.add(node.asText());
        }
        return values;
    }
}
