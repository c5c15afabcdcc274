package de.einsnull.portal.api;

import de.einsnull.security.api.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a page.
 *
 * @param method {@code GET} or {@code POST}
 * @param path what follows the page's own path, without a leading slash; empty for the page itself
 * @param language language of the page
 * @param identity who is asking
 * @param parameters query parameters and form fields, each with its values in order
 * @param uploads files that came with the form by the name of their field, one a field; a field that was left empty is
 *     missing. Only for pages that state {@link PageAt#maxUploadInBytes}
 */
public record PageRequest(
        String method,
        String path,
        Language language,
        Identity identity,
        Map<String, List<String>> parameters,
        Map<String, Upload> uploads) {

    /**
     * A request without files.
     *
     * @param method {@code GET} or {@code POST}
     * @param path what follows the page's own path
     * @param language language of the page
     * @param identity who is asking
     * @param parameters query parameters and form fields
     */
    public PageRequest(
            String method, String path, Language language, Identity identity, Map<String, List<String>> parameters) {
        this(method, path, language, identity, parameters, Map.of());
    }

    /**
     * First value of a parameter.
     *
     * @param name name of the parameter
     * @return its value with white space at the ends removed, empty if missing
     */
    public Optional<String> parameter(String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(0).strip());
    }

    /**
     * Whether a form was sent.
     *
     * @return true for POST
     */
    public boolean isPost() {
        return "POST".equals(method);
    }
}
