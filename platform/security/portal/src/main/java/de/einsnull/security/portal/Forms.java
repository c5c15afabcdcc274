package de.einsnull.security.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.util.Map;

/** What the forms of this bundle share. */
final class Forms {

    static final int FAULTY = 422;

    private Forms() {}

    /** A field as it was sent: white space at the ends belongs to a password. */
    static String secret(PageRequest request, String name) {
        var values = request.parameters().get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    static PageResponse view(String template, String titleKey, Map<String, Object> model, int status) {
        return new PageResponse.View(template, titleKey, new Object[0], model, status);
    }
}
