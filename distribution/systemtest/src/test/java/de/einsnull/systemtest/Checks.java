package de.einsnull.systemtest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What scripts find out about the page that is open. They run as the page's own security policy stands. */
final class Checks {

    private static final String AXE = read(AxeBuilder.class, "/axe.min.js");
    private static final String VIOLATIONS =
            """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(
              violation => violation.nodes.map(
                node => `${violation.id}: ${node.target} ${node.failureSummary}`))
            """;
    private static final String TEXT_SPACING = read(Checks.class, "/browser/text-spacing.js");
    private static final String FOCUS = read(Checks.class, "/browser/focus.js");

    private Checks() {}

    /** Every element that breaks a rule of axe, with the advice. */
    @SuppressWarnings("unchecked")
    static List<String> accessibility(Page page) {
        page.evaluate(AXE);
        return (List<String>) page.evaluate(VIOLATIONS);
    }

    /** Spaces the text as readers may, and returns what is then cut off or runs into each other. */
    @SuppressWarnings("unchecked")
    static List<String> textSpacing(Page page) {
        return (List<String>) page.evaluate(TEXT_SPACING);
    }

    /** Width of what can be scrolled to, in CSS pixels. */
    static int width(Page page) {
        return (int) page.evaluate("() => document.scrollingElement.scrollWidth");
    }

    /** Where the keyboard is, null outside of the page. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> focus(Page page) {
        return (Map<String, Object>) page.evaluate(FOCUS);
    }

    private static String read(Class<?> where, String name) {
        try (InputStream in = where.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
