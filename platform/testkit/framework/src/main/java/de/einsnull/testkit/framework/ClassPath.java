package de.einsnull.testkit.framework;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.osgi.framework.Constants;

/** What the tests themselves run with, seen as bundles. */
final class ClassPath {

    private static final Pattern EXPORT = Pattern.compile("([\\w.]+)((?:;[^,\"]*(?:\"[^\"]*\")?)*)(?:,|$)");
    private static final Pattern VERSION = Pattern.compile(";version=\"?([0-9.]+)\"?");

    private ClassPath() {}

    /** The jar whose file name contains a text. */
    static Path jar(String name) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().contains(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not on the class path"));
    }

    /** A jar, or a folder of classes with its manifest as a jar. */
    static InputStream bundle(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return Files.newInputStream(place);
        }
        var bytes = new ByteArrayOutputStream();
        try (var manifest = Files.newInputStream(place.resolve(JarFile.MANIFEST_NAME));
                var jar = new JarOutputStream(bytes, new Manifest(manifest));
                var files = Files.walk(place)) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = place.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /** What the bundle of a class exports, in the form of the framework's property for further packages. */
    static String exportsOf(Class<?> type) {
        var place = type.getProtectionDomain().getCodeSource().getLocation();
        var manifest = place.getPath().endsWith("/")
                ? place + JarFile.MANIFEST_NAME
                : "jar:" + place + "!/" + JarFile.MANIFEST_NAME;
        try (var stream = URI.create(manifest).toURL().openStream()) {
            var found = EXPORT.matcher(new Manifest(stream).getMainAttributes().getValue(Constants.EXPORT_PACKAGE));
            var packages = new StringJoiner(",");
            while (found.find()) {
                var version = VERSION.matcher(found.group(2));
                packages.add(found.group(1) + (version.find() ? ";version=" + version.group(1) : ""));
            }
            return packages.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
