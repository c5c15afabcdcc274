package de.einsnull.data.jpa.schema;

import de.einsnull.data.jpa.database.Dialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.Bundle;

/** Reads a bundle's scripts while the bundle is surely there; a migration that runs later does not depend on it. */
final class BundleScripts {

    private BundleScripts() {}

    static List<Script> of(Bundle bundle) {
        var scripts = new ArrayList<Script>();
        read(bundle, "migration", scripts);
        for (var dialect : Dialect.values()) {
            read(bundle, dialect.label(), scripts);
        }
        return List.copyOf(scripts);
    }

    private static void read(Bundle bundle, String folder, List<Script> scripts) {
        var entries = bundle.findEntries("db/" + folder, "*.sql", false);
        if (entries == null) {
            return;
        }
        for (var url : Collections.list(entries)) {
            scripts.add(new Script(
                    "db/" + folder + url.getPath().substring(url.getPath().lastIndexOf('/')), text(url)));
        }
    }

    private static String text(URL url) {
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + url, e);
        }
    }
}
