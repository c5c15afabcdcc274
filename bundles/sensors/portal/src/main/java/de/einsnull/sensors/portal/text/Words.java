package de.einsnull.sensors.portal.text;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
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

/** The bundle's texts for code that has no template: names of states, channels and units. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private static final String BASE = "OSGI-INF/l10n/messages";

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

    /**
     * Reads texts.
     *
     * @param entries gives the file of a name
     */
    public Words(Function<String, URL> entries) {
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
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
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

    /**
     * Name of a channel; its id with spaces if a driver brought a channel that nobody has named.
     *
     * @param language language
     * @param channel channel
     * @return the name
     */
    public String channel(Language language, Channel channel) {
        return has(channel.nameKey())
                ? text(language, channel.nameKey())
                : channel.id().replace('_', ' ');
    }
}
