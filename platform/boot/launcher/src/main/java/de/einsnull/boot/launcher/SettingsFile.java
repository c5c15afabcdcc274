package de.einsnull.boot.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.felix.utils.properties.TypedProperties;

/** One file of settings, read as the platform will read it. */
final class SettingsFile {

    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9a-fA-F]{4})");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");

    private final Path file;
    private final TypedProperties values;

    private SettingsFile(Path file, TypedProperties values) {
        this.file = file;
        this.values = values;
    }

    static SettingsFile read(Path file, SystemSettings properties) throws IOException, BadSetting {
        requireLegible(file);
        var values = new TypedProperties(
                (name, key, variable) -> properties.get(variable).orElse(""));
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            values.load(reader);
        } catch (IllegalArgumentException e) {
            throw new BadSetting(
                    file, 0, "cannot be read (" + e.getMessage() + "); correct it or restore the original");
        }
        return new SettingsFile(file, values);
    }

    /** Finds what makes the reader give up, because it does not tell the line. */
    static void requireLegible(Path file) throws IOException, BadSetting {
        if (!Files.isReadable(file)) {
            throw new BadSetting(file, 0, "may not be read by the platform's user; give it the right to");
        }
        var number = 0;
        for (var line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            number++;
            var comment = line.strip().startsWith("#") || line.strip().startsWith("!");
            if (!comment && ESCAPE.matcher(line).find()) {
                throw new BadSetting(file, number, "after \\u there must be four digits 0-9 or a-f, as in \\u00e4");
            }
            if (line.indexOf('\0') >= 0) {
                throw new BadSetting(file, number, "the file is damaged; restore it from the archive or a backup");
            }
        }
    }

    /** The line in which a key stands, the last one of several because that one counts; 0 if there is none. */
    static int line(Path file, String key) {
        var pattern = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*(?:[=:\\s].*)?");
        try {
            var lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (var i = lines.size() - 1; i >= 0; i--) {
                if (pattern.matcher(lines.get(i)).matches()) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    Path path() {
        return file;
    }

    Iterable<String> keys() {
        return values.keySet();
    }

    Object get(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    int line(String key) {
        return line(file, key);
    }

    BadSetting bad(String key, String wrong) {
        return new BadSetting(file, line(key), key + " " + wrong + source(key));
    }

    /** A value that stands elsewhere is corrected there. */
    private String source(String key) {
        var raw = values.getRaw(key);
        var reference = VARIABLE.matcher(raw == null ? "" : String.join("", raw));
        return reference.find() ? " (it comes from " + reference.group() + ", see system.properties)" : "";
    }

    /** The PID: the name of the file without its ending, and without the name of one of several. */
    String pid() {
        var name = file.getFileName().toString();
        var pid = name.substring(0, name.lastIndexOf('.'));
        return separator(pid).map(at -> pid.substring(0, at)).orElse(pid);
    }

    private static Optional<Integer> separator(String pid) {
        var at = pid.indexOf('~') > 0 ? pid.indexOf('~') : pid.indexOf('-');
        return at > 0 ? Optional.of(at) : Optional.empty();
    }
}
