package de.einsnull.portal.api;

import de.einsnull.health.api.Sentence;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The texts of a bundle for code that has no template: {@code OSGI-INF/l10n/messages*.properties} in UTF-8. Plain texts
 * only, without plurals and formats, which templates have. Immutable.
 */
public final class BundleTexts {

    private static final String BASE = "OSGI-INF/l10n/messages";

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    /**
     * Reads the texts; a language that has no file stays empty.
     *
     * @param entries gives the file of a name, null if there is none: {@code bundle::getEntry}
     * @throws UncheckedIOException if a file cannot be read
     */
    public BundleTexts(Function<String, URL> entries) {
        for (var language : Language.values()) {
            String suffix = language == Language.DE ? "" : "_" + language.locale();
            texts.put(language, read(entries.apply(BASE + suffix + ".properties")));
        }
    }

    private static Properties read(URL file) {
        var properties = new Properties();
        if (file == null) {
            return properties;
        }
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return properties;
    }

    /**
     * A text, in German if the language lacks it.
     *
     * @param language language
     * @param key key; comes back if there is no such text
     * @param arguments for {@code {0}}, {@code {1}}
     * @return the text
     */
    public String text(Language language, String key, Object... arguments) {
        String german = texts.get(Language.DE).getProperty(key, key);
        String text = texts.get(language).getProperty(key, german);
        return Sentence.of("", key, arguments).in(text, UnaryOperator.identity());
    }

    /**
     * Whether there is such a text.
     *
     * @param key key
     * @return true if at least German has it
     */
    public boolean has(String key) {
        return texts.get(Language.DE).containsKey(key);
    }
}
