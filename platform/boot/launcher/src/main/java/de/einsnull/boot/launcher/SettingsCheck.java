package de.einsnull.boot.launcher;

import de.einsnull.boot.launcher.Schema.Attribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares the settings with what the bundles say about them. */
final class SettingsCheck {

    private static final Pattern FILE = Pattern.compile(".*\\.(cfg|config)");

    /** What every component may have beside its own settings. */
    private static final Pattern COMMON = Pattern.compile("service\\..*|component\\..*|felix\\..*|.*\\.target");

    private final Schema schema;
    private final References references;
    private final SystemSettings properties;

    SettingsCheck(Schema schema, SystemSettings properties) {
        this.schema = schema;
        this.properties = properties;
        this.references = new References(properties);
    }

    /**
     * Reads every file.
     *
     * @return what looks like a mistake and stops nothing
     * @throws BadSetting about the first setting that nothing can start with
     */
    List<String> check(Path etc) throws IOException, BadSetting {
        var warnings = new ArrayList<String>();
        try (Stream<Path> files = Files.list(etc)) {
            for (var path : files.filter(path -> FILE.matcher(path.toString()).matches())
                    .sorted()
                    .toList()) {
                var file = SettingsFile.read(path, properties);
                var described = schema.of(file.pid());
                for (var key : file.keys()) {
                    check(
                            file,
                            key,
                            described.map(attributes -> attributes.get(key)).orElse(null));
                }
                if (described.isPresent()) {
                    requireNeeded(file, described.get());
                    warnOfUnknown(file, described.get(), warnings);
                }
            }
        }
        return warnings;
    }

    private void check(SettingsFile file, String key, Attribute attribute) throws BadSetting {
        var value = file.get(key);
        if (value instanceof Object[] several) {
            for (var one : several) {
                checkOne(file, key, attribute, String.valueOf(one));
            }
        } else if (attribute != null
                && attribute.list()
                && String.valueOf(value).startsWith("[")) {
            throw file.bad(
                    key,
                    "is a list in [ ], which works only when every value of the file stands in \"quotes\""
                            + " and the list is closed; separate its values by commas and leave out the brackets");
        } else {
            checkOne(file, key, attribute, String.valueOf(value));
        }
    }

    private void checkOne(SettingsFile file, String key, Attribute attribute, String raw) throws BadSetting {
        var value = references.resolve(file, key, raw);
        if (attribute == null) {
            return;
        }
        var objection = attribute.kind().objection(value, attribute.min(), attribute.max());
        if (objection.isPresent()) {
            throw file.bad(key, objection.get());
        }
        if (!attribute.options().isEmpty() && !attribute.options().contains(value)) {
            throw file.bad(key, "is '" + value + "' but must be one of " + String.join(", ", attribute.options()));
        }
    }

    private static void requireNeeded(SettingsFile file, Map<String, Attribute> described) throws BadSetting {
        for (var attribute : described.entrySet()) {
            if (attribute.getValue().needed() && !file.has(attribute.getKey())) {
                throw new BadSetting(file.path(), 0, "the setting " + attribute.getKey() + " is missing; add it");
            }
        }
    }

    private static void warnOfUnknown(SettingsFile file, Map<String, Attribute> described, List<String> warnings) {
        for (var key : file.keys()) {
            if (!described.containsKey(key) && !COMMON.matcher(key).matches()) {
                warnings.add(BadSetting.at(file.path(), file.line(key)) + "there is no setting " + key
                        + "; the line has no effect");
            }
        }
    }
}
