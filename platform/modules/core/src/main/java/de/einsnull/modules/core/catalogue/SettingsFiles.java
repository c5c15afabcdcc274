package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.core.archive.MetatypeFile;
import de.einsnull.modules.core.archive.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings that an installed bundle declares. */
final class SettingsFiles {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFiles.class);

    private SettingsFiles() {}

    static List<Settings> of(Bundle bundle) {
        var settings = new ArrayList<Settings>();
        Enumeration<URL> files = bundle.findEntries("OSGI-INF/metatype", "*.xml", false);
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            try (InputStream in = file.openStream()) {
                settings.addAll(MetatypeFile.read(in));
            } catch (IOException e) {
                LOG.warn("The settings in {} of {} cannot be read", file, bundle.getSymbolicName(), e);
            }
        }
        return settings;
    }
}
