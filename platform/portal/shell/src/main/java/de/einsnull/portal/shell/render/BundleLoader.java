package de.einsnull.portal.shell.render;

import de.einsnull.portal.shell.contrib.Resources;
import io.pebbletemplates.pebble.error.LoaderException;
import io.pebbletemplates.pebble.loader.Loader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds templates: {@code kit} and {@code kit/…} in the shell, all others in the bundle itself. */
final class BundleLoader implements Loader<String> {

    private final Resources bundle;
    private final Resources shell;

    BundleLoader(Resources bundle, Resources shell) {
        this.bundle = bundle;
        this.shell = shell;
    }

    private Optional<URL> source(String name) {
        var from = name.equals("kit") || name.startsWith("kit/") ? shell : bundle;
        return from.find("templates/" + name + ".peb");
    }

    @Override
    public Reader getReader(String name) {
        var url = source(name)
                .orElseThrow(() -> new LoaderException(null, bundle.owner() + " has no templates/" + name + ".peb"));
        try {
            return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LoaderException(e, "Cannot read " + url);
        }
    }

    @Override
    public boolean resourceExists(String name) {
        return source(name).isPresent();
    }

    @Override
    public String createCacheKey(String name) {
        return name;
    }

    @Override
    public String resolveRelativePath(String relative, String anchor) {
        return null;
    }

    @Override
    public void setCharset(String charset) {
        requireUtf8(charset);
    }

    private static void requireUtf8(String charset) {
        if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(charset)) {
            throw new IllegalArgumentException("Templates are in UTF-8");
        }
    }

    @Override
    public void setPrefix(String prefix) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setSuffix(String suffix) {
        throw new UnsupportedOperationException();
    }
}
