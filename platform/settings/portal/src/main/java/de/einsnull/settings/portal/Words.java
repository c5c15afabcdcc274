package de.einsnull.settings.portal;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for code that has no template: what is wrong with an input, and notes of fields. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    /**
     * Reads the texts of this bundle.
     *
     * @param context of this bundle
     */
    @Activate
    public Words(BundleContext context) {
        this(context.getBundle()::getEntry);
    }

    Words(Function<String, URL> entries) {
        for (var language : Language.values()) {
            String suffix = language == Language.DE ? "" : "_" + language.locale();
            texts.put(language, read(entries.apply("OSGI-INF/l10n/messages" + suffix + ".properties")));
        }
    }

    private static Properties read(URL file) {
        var properties = new Properties();
        try (var in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return properties;
    }

    /** A text without arguments, in German if the language lacks it; without any, the key. */
    String text(Language language, String key) {
        String german = texts.get(Language.DE).getProperty(key, key);
        return texts.get(language).getProperty(key, german);
    }

    /** A text in which {0} is replaced. */
    String text(Language language, String key, String argument) {
        return text(language, key).replace("{0}", argument);
    }
}
