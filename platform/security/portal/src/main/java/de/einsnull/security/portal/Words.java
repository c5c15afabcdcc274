package de.einsnull.security.portal;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for the errors of forms. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private static final String BASE = "OSGI-INF/l10n/messages";

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    /** Reads the texts of this bundle. */
    @Activate
    public Words(BundleContext context) {
        this(context.getBundle()::getEntry);
    }

    Words(Function<String, URL> entries) {
        for (var language : Language.values()) {
            String suffix = language == Language.DE ? "" : "_" + language.locale();
            texts.put(language, read(entries.apply(BASE + suffix + ".properties")));
        }
    }

    private static Properties read(URL file) {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    String text(Language language, String key) {
        return texts.get(language).getProperty(key, key);
    }

    /** Errors of a form, with the keys of their texts, as the kit shows them. */
    Map<String, String> errors(Language language, Map<String, String> keys) {
        var shown = new LinkedHashMap<String, String>();
        keys.forEach((field, key) -> shown.put(field, text(language, key)));
        return shown;
    }
}
