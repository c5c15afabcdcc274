package de.einsnull.security.portal;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The bundle's texts for the errors of forms. Thread-safe. */
@Component(service = Words.class)
public final class Words {

    private final BundleTexts texts;

    /** Reads the texts of this bundle. */
    @Activate
    public Words(BundleContext context) {
        this(context.getBundle()::getEntry);
    }

    Words(Function<String, URL> entries) {
        texts = new BundleTexts(entries);
    }

    String text(Language language, String key) {
        return texts.text(language, key);
    }

    /** Errors of a form, with the keys of their texts, as the kit shows them. */
    Map<String, String> errors(Language language, Map<String, String> keys) {
        var shown = new LinkedHashMap<String, String>();
        keys.forEach((field, key) -> shown.put(field, text(language, key)));
        return shown;
    }
}
