package de.einsnull.portal.map;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a layer's name from the texts of the bundle that brought the layer. */
final class LayerTitles {

    private static final Logger LOG = LoggerFactory.getLogger(LayerTitles.class);
    private static final String BASE = "OSGI-INF/l10n/messages";

    private LayerTitles() {}

    /**
     * Looks a text up in all languages.
     *
     * @param key key of the text
     * @param entries gives the bundle's file of a name, null if it has none
     * @return the text by language; German is the key itself where the bundle has no such text
     */
    static Map<Language, String> read(String key, Function<String, URL> entries) {
        var titles = new EnumMap<Language, String>(Language.class);
        titles.put(Language.DE, key);
        for (var language : Language.values()) {
            String file = BASE + (language == Language.DE ? "" : "_" + language.locale()) + ".properties";
            String text = text(entries.apply(file), key);
            if (text != null) {
                titles.put(language, text);
            }
        }
        return titles;
    }

    private static String text(URL file, String key) {
        if (file == null) {
            return null;
        }
        var texts = new Properties();
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Cannot read the texts {}: the map shows the key instead of a layer's name", file, e);
        }
        return texts.getProperty(key);
    }
}
