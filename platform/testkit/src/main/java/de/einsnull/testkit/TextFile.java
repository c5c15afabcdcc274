package de.einsnull.testkit;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The texts of one language, as they stand in their file. */
final class TextFile {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern PLURAL = Pattern.compile("\\{\\d+,plural,");
    private static final Pattern OTHER = Pattern.compile("other\\{");

    private final String name;
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> twice = new TreeSet<>();

    private TextFile(String name) {
        this.name = name;
    }

    static TextFile read(Path resources, Language language) {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        var file = new TextFile("messages" + suffix + ".properties");
        var properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (file.texts.put(key.toString(), value.toString()) != null) {
                    file.twice.add(key.toString());
                }
                return null;
            }
        };
        try (var in = Files.newBufferedReader(resources.resolve("OSGI-INF/l10n").resolve(file.name))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssertionError("Cannot read " + file.name, e);
        }
        return file;
    }

    String name() {
        return name;
    }

    Set<String> keys() {
        return texts.keySet();
    }

    /** What is wrong with this file, in English. */
    List<String> comparedWith(TextFile german) {
        List<String> wrong = new ArrayList<>();
        twice.forEach(key -> wrong.add(name + ": " + key + " stands there twice"));
        german.texts.forEach((key, text) -> {
            if (!texts.containsKey(key)) {
                wrong.add(name + ": " + key + " is missing");
            } else if (!arguments(texts.get(key)).equals(arguments(text))) {
                wrong.add(name + ": " + key + " has other arguments than the German text");
            }
        });
        texts.forEach((key, text) -> {
            if (!german.texts.containsKey(key)) {
                wrong.add(name + ": " + key + " is not in German");
            }
            if (text.isBlank()) {
                wrong.add(name + ": " + key + " is empty");
            }
            if (!isWellFormed(text)) {
                wrong.add(name + ": " + key + " has a brace too many or too few, or a plural without 'other'");
            }
        });
        return wrong;
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        ARGUMENT.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static boolean isWellFormed(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0
                && PLURAL.matcher(text).results().count()
                        <= OTHER.matcher(text).results().count();
    }
}
