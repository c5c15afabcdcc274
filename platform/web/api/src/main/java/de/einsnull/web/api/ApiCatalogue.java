package de.einsnull.web.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Which REST modules are served at the moment, for a page that lists them. Thread-safe and quick. */
@ProviderType
public interface ApiCatalogue {

    /**
     * The modules that are served now.
     *
     * @return descriptions ordered by path, empty if there is none
     */
    List<Api> apis();

    /**
     * One module.
     *
     * @param path absolute path, for example {@code /api/sensors}
     * @param title short English title
     * @param openApi absolute path of its OpenAPI 3 document
     * @param available false while it is rebuilt or when it could not be built
     */
    record Api(String path, String title, String openApi, boolean available) {}
}
