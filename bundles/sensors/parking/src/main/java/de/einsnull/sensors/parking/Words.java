package de.einsnull.sensors.parking;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import java.net.URL;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for code that has no template. Thread-safe. */
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

    Words(Function<String, URL> entries) {
        texts = new BundleTexts(entries);
    }

    String text(Language language, String key, Object... arguments) {
        return texts.text(language, key, arguments);
    }
}
