package de.einsnull.search.core;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.search.api.SearchDocument;
import de.einsnull.search.api.SearchSource;
import de.einsnull.search.api.SearchType;
import de.einsnull.search.api.Searchable;
import de.einsnull.search.core.source.Contributed;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is known of a source from its service and bundle. */
final class SourceReader {

    private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);

    private SourceReader() {}

    /** Empty if the source breaks the rules; the log says which. */
    static Optional<Contributed> read(SearchSource source, ServiceReference<SearchSource> reference) {
        var bundle = reference.getBundle();
        String type = text(reference, "type", "");
        if (!SearchDocument.isType(type)) {
            LOG.error(
                    "{} is not searched: its service property {}type is no type: '{}'",
                    bundle,
                    Searchable.PREFIX_,
                    type);
            return Optional.empty();
        }
        try {
            var texts = new BundleTexts(bundle::getEntry);
            String key = text(reference, "titleKey", type);
            var titles = Arrays.stream(Language.values())
                    .collect(Collectors.toMap(Language::tag, language -> texts.text(language, key)));
            var described = new SearchType(type, text(reference, "icon", "document"), titles);
            return Optional.of(new Contributed(source, described, version(reference, bundle), bundle.getBundleId()));
        } catch (RuntimeException e) {
            LOG.error("{} is not searched: its texts cannot be read", bundle, e);
            return Optional.empty();
        }
    }

    /** With the version of the module, as another one may make other documents of the same data. */
    private static String version(ServiceReference<SearchSource> reference, Bundle bundle) {
        String version = text(reference, "version", "");
        return version.isEmpty()
                ? ""
                : bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getLastModified() + " " + version;
    }

    private static String text(ServiceReference<SearchSource> reference, String name, String otherwise) {
        var value = reference.getProperty(Searchable.PREFIX_ + name);
        return value == null ? otherwise : value.toString();
    }
}
