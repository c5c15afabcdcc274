package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Upload;
import de.einsnull.security.api.Identity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A request as the shell's own parts see it.
 *
 * @param method {@code GET} or {@code POST}
 * @param language language of the page
 * @param path path below the language, without slashes at the ends
 * @param parameters query parameters and form fields
 * @param uploads files that came with the form
 * @param identity who is asking
 * @param token gives the token that forms send back; asking may begin a session
 * @param requestId number of the request in the log
 * @param preferences how the visitor wants to see it
 */
public record Visit(
        String method,
        Language language,
        String path,
        Map<String, List<String>> parameters,
        Map<String, Upload> uploads,
        Identity identity,
        Supplier<String> token,
        String requestId,
        Preferences preferences) {

    Visit with(MultipartForm form) {
        var all = new LinkedHashMap<>(parameters);
        all.putAll(form.fields());
        return new Visit(method, language, path, all, form.files(), identity, token, requestId, preferences);
    }

    boolean isPost() {
        return "POST".equals(method);
    }

    String parameter(String name) {
        var values = parameters.get(name);
        return values == null || values.isEmpty() ? "" : values.get(0);
    }

    String formToken() {
        return token.get();
    }
}
