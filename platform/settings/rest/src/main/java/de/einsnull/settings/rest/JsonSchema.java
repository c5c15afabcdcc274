package de.einsnull.settings.rest;

import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes settings as JSON Schema 2020-12. */
final class JsonSchema {

    private JsonSchema() {}

    static Map<String, Object> of(SettingsForm form) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", form.name().text());
        schema.put("description", form.description().text());
        schema.put("type", "object");
        var properties = new LinkedHashMap<String, Object>();
        form.settings().forEach(setting -> properties.put(setting.id(), property(setting)));
        schema.put("properties", properties);
        schema.put(
                "required",
                form.settings().stream()
                        .filter(setting ->
                                setting.required() && setting.dependsOn().isEmpty())
                        .map(Setting::id)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> property(Setting setting) {
        var property = new LinkedHashMap<String, Object>();
        property.put("title", setting.label().text());
        property.put("description", setting.help().text());
        if (setting.list()) {
            property.put("type", "array");
            property.put("items", value(setting));
        } else {
            property.putAll(value(setting));
        }
        if (setting.secret()) {
            property.put("writeOnly", true);
        } else if (!setting.defaults().isEmpty()) {
            property.put(
                    "default",
                    setting.list()
                            ? setting.defaults()
                            : typed(setting, setting.defaults().get(0)));
        }
        return property;
    }

    private static Map<String, Object> value(Setting setting) {
        var value = new LinkedHashMap<String, Object>();
        value.put("type", type(setting.type()));
        if (!setting.choices().isEmpty()) {
            value.put(
                    "enum",
                    setting.choices().stream()
                            .map(choice -> typed(setting, choice.value()))
                            .toList());
        }
        setting.min().ifPresent(min -> value.put("minimum", min));
        setting.max().ifPresent(max -> value.put("maximum", max));
        if (!setting.pattern().isEmpty()) {
            value.put("pattern", "^(?:" + setting.pattern() + ")$");
        }
        return value;
    }

    private static String type(Type type) {
        if (type.isNumber()) {
            return type.isWhole() ? "integer" : "number";
        }
        return type == Type.TRUTH ? "boolean" : "string";
    }

    private static Object typed(Setting setting, String text) {
        return switch (type(setting.type())) {
            case "integer" -> new BigInteger(text);
            case "number" -> new BigDecimal(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }
}
