package de.einsnull.sensors.portal.text;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
import java.net.URL;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for code that has no template: names of states, channels and units. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private final BundleTexts texts;

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
        texts = new BundleTexts(entries);
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
        return texts.text(language, key, arguments);
    }

    /**
     * Whether there is such a text.
     *
     * @param key key
     * @return true if at least German has it
     */
    public boolean has(String key) {
        return texts.has(key);
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
