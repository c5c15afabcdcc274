package de.einsnull.modules.core.catalogue;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.osgi.framework.Bundle;

/** Texts of a bundle, the way the portal looks them up. */
final class Texts {

    private Texts() {}

    /** The text of a key in the language, or in German; the key if the bundle has no such text. */
    static String of(Bundle bundle, Language language, String key) {
        for (String suffix : List.of("_" + language.locale(), "_de", "")) {
            URL url = bundle.getEntry("OSGI-INF/l10n/messages" + suffix + ".properties");
            String text = url == null ? null : read(url).getProperty(key);
            if (text != null) {
                return text;
            }
        }
        return key;
    }

    /** A catalogue as it stands in a file. */
    static Properties read(URL url) {
        var texts = new Properties();
        try (InputStream in = url.openStream();
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + url, e);
        }
        return texts;
    }
}
