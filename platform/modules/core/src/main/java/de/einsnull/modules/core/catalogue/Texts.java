package de.einsnull.modules.core.catalogue;

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

/** Texts of a bundle in German, the way the portal looks them up. */
final class Texts {

    private Texts() {}

    /** The text of a key, or the key if the bundle has no such text. */
    static String of(Bundle bundle, String key) {
        for (String file : List.of("OSGI-INF/l10n/messages_de.properties", "OSGI-INF/l10n/messages.properties")) {
            URL url = bundle.getEntry(file);
            if (url != null) {
                String text = read(url).getProperty(key);
                if (text != null) {
                    return text;
                }
            }
        }
        return key;
    }

    private static Properties read(URL url) {
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
