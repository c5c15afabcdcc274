package de.einsnull.modules.core.archive;

import de.einsnull.modules.api.ModuleDetails.Component;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.osgi.framework.Constants;

/** Reads what the platform must know of a bundle. The file has passed {@link ZipCheck}. */
public final class BundleReader {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final Set<String> packages = new TreeSet<>();
    private final Set<String> entries = new TreeSet<>();
    private final Map<String, String> migrations = new TreeMap<>();
    private final List<Settings> settings = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();

    private BundleReader() {}

    /**
     * Reads a bundle.
     *
     * @throws IOException if it cannot be read or a file in it is not what its name says
     */
    public static BundleFile read(Path file) throws IOException {
        return new BundleReader().readFile(file);
    }

    private BundleFile readFile(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Map<String, String> headers = headers(zip);
            for (var all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    entries.add(entry.getName());
                    try (InputStream content = zip.getInputStream(entry)) {
                        readEntry(entry.getName(), content);
                    }
                }
            }
            readClassPath(zip, headers.get(Constants.BUNDLE_CLASSPATH));
            return new BundleFile(
                    file, Digests.sha256(file), headers, packages, entries, migrations, settings, components);
        }
    }

    private static Map<String, String> headers(ZipFile zip) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        ZipEntry manifest = zip.getEntry(MANIFEST);
        if (manifest != null) {
            try (InputStream in = zip.getInputStream(manifest)) {
                new Manifest(in)
                        .getMainAttributes()
                        .forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
        }
        Translation.of(zip, headers).apply(headers);
        return headers;
    }

    private void readEntry(String name, InputStream content) throws IOException {
        int slash = name.lastIndexOf('/');
        if (name.endsWith(".class") && !name.startsWith("META-INF/") && slash > 0) {
            packages.add(name.substring(0, slash).replace('/', '.'));
        } else if (name.matches("db/(migration|h2|postgresql)/[^/]+\\.sql")) {
            migrations.put(name, Digests.sha256(content));
        } else if (name.matches("OSGI-INF/metatype/[^/]+\\.xml")) {
            settings.addAll(MetatypeFile.read(content));
        } else if (BomFile.isOne(name)) {
            components.addAll(BomFile.read(content));
        }
    }

    /** Classes in the archives of the bundle class path are the bundle's own. */
    private void readClassPath(ZipFile zip, String header) throws IOException {
        for (Clause clause : Clause.parse(header)) {
            ZipEntry inner = zip.getEntry(clause.path());
            if (inner != null && clause.path().endsWith(".jar")) {
                try (ZipInputStream in = new ZipInputStream(zip.getInputStream(inner))) {
                    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                        if (entry.getName().endsWith(".class")) {
                            readEntry(entry.getName(), in);
                        }
                    }
                }
            }
        }
    }
}
