package de.einsnull.portal.shell.text;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.contrib.Resources;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The texts of one bundle, from {@code OSGI-INF/l10n/messages*.properties} in UTF-8. Immutable. */
public final class Catalog {

    private static final String BASE = "OSGI-INF/l10n/messages";

    private final Map<Language, Map<String, Message>> texts;

    private Catalog(Map<Language, Map<String, Message>> texts) {
        this.texts = texts;
    }

    /**
     * A text and the language it is in.
     *
     * @param message the text
     * @param language the language asked for, or {@link Language#DE} where that has no such text
     */
    public record Found(Message message, Language language) {}

    /**
     * Reads the texts of a bundle; languages it lacks stay empty.
     *
     * @throws UncheckedIOException if a file cannot be read
     * @throws IllegalArgumentException if a text cannot be compiled; the message names file and key
     */
    public static Catalog load(Resources resources) {
        var texts = new EnumMap<Language, Map<String, Message>>(Language.class);
        for (var language : Language.values()) {
            String file = BASE + suffix(language) + ".properties";
            texts.put(language, resources.find(file).map(url -> read(file, url)).orElse(Map.of()));
        }
        return new Catalog(texts);
    }

    private static String suffix(Language language) {
        return language == Language.DE ? "" : "_" + language.locale();
    }

    private static Map<String, Message> read(String file, URL url) {
        var properties = new Properties();
        try (var in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        var messages = new HashMap<String, Message>();
        properties.forEach((key, text) -> {
            try {
                messages.put((String) key, Message.parse((String) text));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(file + ": " + key + ": " + e.getMessage(), e);
            }
        });
        return Map.copyOf(messages);
    }

    /** Finds a text in a language, or else in German. */
    public Optional<Found> find(Language language, String key) {
        var own = texts.get(language).get(key);
        if (own != null) {
            return Optional.of(new Found(own, language));
        }
        return Optional.ofNullable(texts.get(Language.DE).get(key)).map(german -> new Found(german, Language.DE));
    }

    /** Keys that a language has, for checks that nothing is missing. */
    public Set<String> keys(Language language) {
        return texts.get(language).keySet();
    }
}
