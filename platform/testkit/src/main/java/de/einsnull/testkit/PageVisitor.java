package de.einsnull.testkit;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.portal.api.Upload;
import de.einsnull.security.api.Identity;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody who visits a page: asks for it, fills its forms in, and looks at what comes back. */
public final class PageVisitor {

    private final PortalPage page;
    private final Identity identity;
    private final Language language;

    /**
     * A visitor.
     *
     * @param page the page
     * @param identity who visits it
     * @param language in which language
     */
    public PageVisitor(PortalPage page, Identity identity, Language language) {
        this.page = page;
        this.identity = identity;
        this.language = language;
    }

    /**
     * Asks for the page.
     *
     * @param path below the page's own path, without a leading slash
     * @param parameters names and values in turn; a name may come again
     * @return what the page answers
     */
    public PageResponse get(String path, String... parameters) {
        return ask("GET", path, parameters);
    }

    /**
     * Sends a form.
     *
     * @param path below the page's own path, without a leading slash
     * @param fields names and values in turn
     * @return what the page answers
     */
    public PageResponse post(String path, String... fields) {
        return ask("POST", path, fields);
    }

    /**
     * Sends a form with a file.
     *
     * @param path below the page's own path, without a leading slash
     * @param field name of the field
     * @param fileName how the visitor's computer calls the file
     * @param content what is in it
     * @return what the page answers
     */
    public PageResponse upload(String path, String field, String fileName, byte[] content) {
        return handle(new PageRequest(
                "POST", path, language, identity, Map.of(), Map.of(field, new MemoryUpload(fileName, content))));
    }

    private record MemoryUpload(String fileName, byte[] content) implements Upload {

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content);
        }
    }

    /**
     * Asks for the page.
     *
     * @param path below the page's own path, without a leading slash
     * @param parameters names and values in turn
     * @return what its template is given
     * @throws ClassCastException if the page answers with something else than a view
     */
    public Map<String, Object> model(String path, String... parameters) {
        return ((PageResponse.View) get(path, parameters)).model();
    }

    /**
     * Sends a form.
     *
     * @param path below the page's own path, without a leading slash
     * @param fields names and values in turn
     * @return where the page sends the visitor
     * @throws ClassCastException if the page answers with something else than a redirect
     */
    public String sentTo(String path, String... fields) {
        return ((PageResponse.Redirect) post(path, fields)).path();
    }

    private PageResponse ask(String method, String path, String... parameters) {
        if (parameters.length % 2 != 0) {
            throw new IllegalArgumentException("Names and values come in turn");
        }
        var map = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.computeIfAbsent(parameters[i], name -> new ArrayList<>()).add(parameters[i + 1]);
        }
        return handle(new PageRequest(method, path, language, identity, map));
    }

    private PageResponse handle(PageRequest request) {
        try {
            return page.handle(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("The page failed", e);
        }
    }
}
