package de.einsnull.portal.shell.render;

import de.einsnull.portal.shell.contrib.Resources;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.Extension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Renders the templates of one bundle. Compiled templates live as long as this object, which holds the only references
 * to what was learnt about the bundle's classes: drop it when the bundle stops. Thread-safe.
 */
public final class Templates {

    private static final int LARGEST_PAGE_IN_CHARS = 4 << 20;
    private static final int USUAL_PAGE_IN_CHARS = 16 << 10;

    private final PebbleEngine engine;

    public Templates(Resources bundle, Resources shell, Extension functions) {
        engine = new PebbleEngine.Builder()
                .loader(new BundleLoader(bundle, shell))
                .extension(functions)
                .strictVariables(true)
                .autoEscaping(true)
                .maxRenderedSize(LARGEST_PAGE_IN_CHARS)
                .build();
    }

    /**
     * Renders a template.
     *
     * @param state collects what the page's frame has to know
     * @throws io.pebbletemplates.pebble.error.PebbleException if there is no such template or it is wrong
     */
    public String render(String template, Map<String, Object> model, PageState state) {
        var out = new StringWriter(USUAL_PAGE_IN_CHARS);
        Scope.with(state, () -> {
            try {
                engine.getTemplate(template)
                        .evaluate(out, model, state.language().locale());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString();
    }
}
