package de.einsnull.modules.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.Constants;

/** A Karaf archive: a Maven repository below {@code repository/} with a features file in it. */
public final class KarFile implements BundleSource {

    private static final String ROOT = "repository/";

    private final Path file;

    public KarFile(Path file) {
        this.file = file;
    }

    /** Whether an archive looks like one: it has a repository in it and is no bundle. */
    public static boolean isOne(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().anyMatch(entry -> entry.getName().startsWith(ROOT)) && !isBundle(zip);
        }
    }

    private static boolean isBundle(ZipFile zip) throws IOException {
        ZipEntry manifest = zip.getEntry("META-INF/MANIFEST.MF");
        if (manifest == null) {
            return false;
        }
        try (InputStream in = zip.getInputStream(manifest)) {
            return new Manifest(in).getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME) != null;
        }
    }

    /** The features files in it; other XML files are passed over. */
    public List<FeaturesFile> featuresFiles() throws IOException {
        var found = new ArrayList<FeaturesFile>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream()
                    .filter(one -> one.getName().startsWith(ROOT)
                            && one.getName().endsWith(".xml")
                            && !one.getName().contains("maven-metadata"))
                    .toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    found.add(FeaturesFile.read(in));
                }
            }
        }
        return found;
    }

    /** Copies a bundle out of the archive, under a name of ours: the archive has no say in where it goes. */
    @Override
    public Optional<Path> fetch(String location, Path folder) throws IOException {
        Optional<String> path = MavenLocation.path(location);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(ROOT + path.get());
            if (entry == null) {
                return Optional.empty();
            }
            Path copy = Files.createTempFile(folder, "bundle", ".jar");
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return Optional.of(copy);
        }
    }
}
