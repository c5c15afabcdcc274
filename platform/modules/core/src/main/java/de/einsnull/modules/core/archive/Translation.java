package de.einsnull.modules.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;

/** Texts of a manifest (OSGi Core 8, 3.11): a header {@code %key} stands for a text, German if there is one. */
final class Translation {

    private final Properties texts = new Properties();

    private Translation() {}

    static Translation of(ZipFile zip, Map<String, String> headers) throws IOException {
        var translation = new Translation();
        String base =
                headers.getOrDefault(Constants.BUNDLE_LOCALIZATION, Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME);
        for (String suffix : List.of("", "_de")) {
            ZipEntry entry = zip.getEntry(base + suffix + ".properties");
            if (entry != null) {
                try (InputStream in = zip.getInputStream(entry)) {
                    translation.texts.load(in);
                }
            }
        }
        return translation;
    }

    void apply(Map<String, String> headers) {
        headers.replaceAll((name, value) -> {
            String key = value.startsWith("%") ? value.substring(1) : null;
            return key == null ? value : texts.getProperty(key, key);
        });
    }
}
