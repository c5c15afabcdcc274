package de.einsnull.sbom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Finds every jar of a distribution, the jars in it, and the web packages that bundles name. */
final class Contents {

    /** A line for each package of another ecosystem: its package URL, then its licence. */
    private static final String PACKAGES = "META-INF/packages.txt";

    private final Origins origins;

    Contents(Origins origins) {
        this.origins = origins;
    }

    /** All parts at the top, in the order of their paths. */
    List<Part> of(Path distribution) throws IOException {
        var parts = new ArrayList<Part>();
        try (Stream<Path> files = Files.walk(distribution)) {
            for (var file : files.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                parts.add(jar(distribution.relativize(file).toString(), Files.readAllBytes(file)));
            }
        }
        return parts;
    }

    private Part jar(String location, byte[] content) throws IOException {
        var parts = new ArrayList<Part>();
        try (var jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().endsWith(".jar")) {
                    parts.add(jar(location + "!/" + entry.getName(), jar.readAllBytes()));
                } else if (entry.getName().equals(PACKAGES)) {
                    parts.addAll(packages(location, new String(jar.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        var origin = origins.of(location, content);
        return new Part(
                origin.purl(),
                origin.group(),
                origin.name(),
                origin.version(),
                origins.licence(origin, content),
                sha256(content),
                location,
                parts);
    }

    private static List<Part> packages(String location, String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("pkg:"))
                .map(line -> webPackage(location, line.split("\\s+", 2)))
                .toList();
    }

    private static Part webPackage(String location, String[] line) {
        var purl = line[0];
        var path = purl.substring(purl.indexOf('/') + 1).replace("%40", "@");
        var at = path.lastIndexOf('@');
        var name = at > 0 ? path.substring(0, at) : path;
        var slash = name.lastIndexOf('/');
        return new Part(
                purl,
                slash < 0 ? "" : name.substring(0, slash),
                name.substring(slash + 1),
                at > 0 ? path.substring(at + 1) : "",
                line.length > 1 ? line[1] : "",
                "",
                location + "!/" + PACKAGES,
                List.of());
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
