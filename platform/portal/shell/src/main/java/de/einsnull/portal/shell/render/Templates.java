package de.einsnull.portal.shell.render;

import de.einsnull.portal.shell.contrib.Resources;
import de.einsnull.portal.shell.guard.TooLargeException;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.Extension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/**
 * Renders the templates of one bundle. Compiled templates live as long as this object, which holds the only references
 * to what was learnt about the bundle's classes: drop it when the bundle stops. Thread-safe.
 */
public final class Templates {

    static final int LARGEST_PAGE_IN_CHARS = 4 << 20;
    private static final int USUAL_PAGE_IN_CHARS = 16 << 10;

    private final PebbleEngine engine;

    public Templates(Resources bundle, Resources shell, Extension functions) {
        engine = new PebbleEngine.Builder()
                .loader(new BundleLoader(bundle, shell))
                .extension(functions)
                .strictVariables(true)
                .autoEscaping(true)
                .build();
    }

    /**
     * Renders a template.
     *
     * @param state collects what the page's frame has to know
     * @throws TooLargeException if the page would be longer than 4,194,304 characters; no more of it is kept
     * @throws io.pebbletemplates.pebble.error.PebbleException if there is no such template or it is wrong
     */
    public String render(String template, Map<String, Object> model, PageState state) {
        var out = new PageWriter();
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

    /** Keeps what is written, up to a length. */
    private static final class PageWriter extends Writer {

        private final StringBuilder page = new StringBuilder(USUAL_PAGE_IN_CHARS);

        @Override
        public void write(char[] text, int offset, int length) {
            if (page.length() + length > LARGEST_PAGE_IN_CHARS) {
                throw new TooLargeException("The page is longer than " + LARGEST_PAGE_IN_CHARS + " characters");
            }
            page.append(text, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return page.toString();
        }
    }
}
