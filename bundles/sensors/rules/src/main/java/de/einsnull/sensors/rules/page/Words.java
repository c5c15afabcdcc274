package de.einsnull.sensors.rules.page;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import java.net.URL;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for code that has no template: options of forms, what is wrong with an input, mails. Thread-safe. */
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

    /** Reads the texts from files. */
    public Words(Function<String, URL> entries) {
        texts = new BundleTexts(entries);
    }

    /** A text, in German if the language lacks it; without any, the key. */
    public String text(Language language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }

    /** Name of a channel; its id in words if nobody has named it. */
    public String channel(Language language, String channel) {
        String key = "sensors.channel." + channel;
        return texts.has(key) ? text(language, key) : channel.replace('_', ' ');
    }

    /** Name of a kind of things. */
    public String kind(Language language, String kind) {
        String key = "kind." + kind;
        return texts.has(key) ? text(language, key) : kind;
    }
}
