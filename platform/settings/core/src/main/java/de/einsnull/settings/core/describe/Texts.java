package de.einsnull.settings.core.describe;

import de.einsnull.settings.api.Label;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.Bundle;

/**
 * Texts of a bundle in all its languages (UTF-8). The file without a language is German, unless there is one for German and
 * none for English: then it is English.
 */
final class Texts {

    private static final String ENDING = ".properties";

    private final Map<String, Properties> byLanguage = new HashMap<>();
    private final String base;

    private Texts(Map<String, Properties> byLanguage) {
        this.byLanguage.putAll(byLanguage);
        base = byLanguage.containsKey("de") && !byLanguage.containsKey("en") ? "en" : "de";
        if (byLanguage.containsKey("")) {
            this.byLanguage.putIfAbsent(base, byLanguage.get(""));
        }
    }

    static Texts of(Map<String, Properties> byLanguage) {
        return new Texts(byLanguage);
    }

    /**
     * Reads the files of a bundle.
     *
     * @param path path without language and ending
     */
    static Texts read(Bundle bundle, String path) throws IOException {
        var found = new HashMap<String, Properties>();
        int slash = path.lastIndexOf('/');
        var name = path.substring(slash + 1);
        var files = bundle.findEntries(path.substring(0, Math.max(slash, 0)), name + "*" + ENDING, false);
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            var rest = file.getPath().substring(file.getPath().lastIndexOf('/') + 1 + name.length());
            var language = rest.substring(0, rest.length() - ENDING.length());
            if (language.isEmpty() || language.startsWith("_")) {
                found.put(language.isEmpty() ? "" : language.substring(1), load(file));
            }
        }
        return new Texts(found);
    }

    private static Properties load(URL file) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("The texts " + file + " cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }

    /** A text: as it is, or by its {@code %key}; German, then English, where the language lacks it. */
    Label label(String text, Locale language) {
        if (!text.startsWith("%")) {
            return text.isEmpty() ? Label.NONE : new Label(text, "");
        }
        var key = text.substring(1);
        for (var exact : List.of(language.toString(), language.getLanguage())) {
            if (has(exact, key)) {
                return new Label(byLanguage.get(exact).getProperty(key), "");
            }
        }
        for (var other : List.of("de", "en", base)) {
            if (has(other, key)) {
                return new Label(byLanguage.get(other).getProperty(key), other);
            }
        }
        return new Label(key, "");
    }

    private boolean has(String language, String key) {
        return byLanguage.containsKey(language) && byLanguage.get(language).containsKey(key);
    }
}
