package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.portal.api.Language;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What modules are called in the reader's language. A bundle brings titles by the header {@value #HEADER}: the beginning of
 * the names of properties files in UTF-8, which give the title of each module by its name. A bundle of the platform may
 * name the platform's modules, one that city IT installed only its own. Thread-safe.
 */
public final class Names extends BundleTracker<Map<Language, Properties>> {

    static final String HEADER = "EinsNull-Module-Names";

    private static final Logger LOG = LoggerFactory.getLogger(Names.class);

    /**
     * @param context shows the bundles
     */
    public Names(BundleContext context) {
        super(context, Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING, null);
    }

    @Override
    public Map<Language, Properties> addingBundle(Bundle bundle, BundleEvent event) {
        String base = bundle.getHeaders("").get(HEADER);
        if (base == null) {
            return null;
        }
        var titles = new EnumMap<Language, Properties>(Language.class);
        for (Language language : Language.values()) {
            String suffix = language == Language.DE ? "" : "_" + language.locale();
            titles.put(language, read(bundle, base.strip() + suffix + ".properties"));
        }
        return titles;
    }

    private static Properties read(Bundle bundle, String path) {
        URL file = bundle.getEntry(path);
        try {
            return file == null ? new Properties() : Texts.read(file);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            LOG.warn("The titles of modules in {} of {} cannot be read", path, bundle.getSymbolicName(), e);
            return new Properties();
        }
    }

    /** The module with its title in the language, or in German, or as it is. */
    Module titled(Module module, Language language) {
        return getTracked().entrySet().stream()
                .filter(entry -> mayName(entry.getKey(), module))
                .map(entry -> title(entry.getValue(), module.name(), language))
                .filter(Objects::nonNull)
                .findFirst()
                .map(module::titled)
                .orElse(module);
    }

    private static String title(Map<Language, Properties> titles, String module, Language language) {
        String german = titles.get(Language.DE).getProperty(module);
        return titles.get(language).getProperty(module, german);
    }

    private static boolean mayName(Bundle bundle, Module module) {
        boolean ofPlatform = !bundle.getLocation().startsWith(InstalledModule.LOCATION);
        return ofPlatform
                ? module.origin() != Module.Origin.INSTALLED
                : module.bundles().stream().anyMatch(own -> own.id() == bundle.getBundleId());
    }
}
