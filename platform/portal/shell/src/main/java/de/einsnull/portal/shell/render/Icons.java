package de.einsnull.portal.shell.render;

import de.einsnull.portal.shell.contrib.Resources;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.unbescape.html.HtmlEscape;

/** The shell's line icons and illustrations, put into pages as SVG so that they take the page's colours. */
public final class Icons {

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> illustrations = new ConcurrentHashMap<>();
    private final Resources shell;

    public Icons(Resources shell) {
        this.shell = shell;
        var properties = new Properties();
        try (var in = shell.find("icons/icons.properties").orElseThrow().openStream()) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the icons", e);
        }
        properties.forEach((name, path) -> paths.put((String) name, (String) path));
    }

    /** Names of all icons. */
    public Set<String> names() {
        return Set.copyOf(paths.keySet());
    }

    /** The icon's SVG path; a dot where there is no such icon, so that a typing error does not break a page. */
    public String path(String name) {
        return paths.getOrDefault(name, "M12 11.5v1");
    }

    /** The icon as decoration: the text beside it says the same. */
    public SafeString icon(String name) {
        return new SafeString(
                "<svg class=\"en-icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\""
                        + " focusable=\"false\"><path d=\"" + path(name) + "\"/></svg>");
    }

    /**
     * An illustration.
     *
     * @param alternative text for those who do not see it, empty for pure decoration
     */
    public SafeString illustration(String name, String alternative) {
        String svg = illustrations.computeIfAbsent(name, this::load);
        String label = alternative.isEmpty()
                ? "aria-hidden=\"true\""
                : "role=\"img\" aria-label=\"" + HtmlEscape.escapeHtml4Xml(alternative) + "\"";
        return new SafeString(
                svg.replaceFirst("<svg ", "<svg class=\"en-illustration\" focusable=\"false\" " + label + " "));
    }

    private String load(String name) {
        URL url = shell.find("illustrations/" + name + ".svg")
                .orElseThrow(() -> new IllegalArgumentException("No such illustration: " + name));
        try (InputStream in = url.openStream()) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return svg.substring(svg.indexOf("<svg ")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
