package de.einsnull.sbom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/** Finds out where a jar comes from: by its path, by the same file in a repository, or by what it says. */
final class Origins {

    private static final Pattern IN_SYSTEM = Pattern.compile("system/([^!]+)/([^/!]+)/([^/!]+)/[^/!]+\\.jar");
    private static final Pattern OURS = Pattern.compile("(de\\.einsnull\\.[a-z0-9.]+)-([^/]+)\\.jar");
    private static final Pattern LICENCE = Pattern.compile("(?s)<license>.*?<name>(.*?)</name>");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final int MOST_PARENTS = 8;

    private final Path repository;
    private final Map<String, List<Path>> byName = new HashMap<>();

    /**
     * @param repository local Maven repository that the distribution was built from
     */
    Origins(Path repository) throws IOException {
        this.repository = repository;
        try (Stream<Path> files = Files.walk(repository)) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .forEach(file -> byName.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                            .add(file));
        }
    }

    /**
     * The coordinates of a jar.
     *
     * @throws IOException if nothing tells them; a bill with a hole is worse than a build that stops
     */
    Origin of(String location, byte[] content) throws IOException {
        var path = IN_SYSTEM.matcher(location);
        if (path.matches()) {
            return new Origin(path.group(1).replace('/', '.'), path.group(2), path.group(3));
        }
        var file = location.substring(location.lastIndexOf('/') + 1);
        var ours = OURS.matcher(file);
        if (ours.matches()) {
            return new Origin("de.einsnull", ours.group(1), ours.group(2));
        }
        return inRepository(file, content)
                .or(() -> saidByItself(file, content))
                .orElseThrow(() -> new IOException("Nothing tells where " + location + " comes from"));
    }

    private Optional<Origin> inRepository(String file, byte[] content) throws IOException {
        var hash = Contents.sha256(content);
        for (var candidate : candidates(file)) {
            if (Files.size(candidate) == content.length
                    && Contents.sha256(Files.readAllBytes(candidate)).equals(hash)) {
                var folder = repository.relativize(candidate.getParent());
                var parts = folder.getNameCount();
                return Optional.of(new Origin(
                        folder.subpath(0, parts - 2).toString().replace('/', '.'),
                        folder.getName(parts - 2).toString(),
                        folder.getName(parts - 1).toString()));
            }
        }
        return Optional.empty();
    }

    /** Files of the same name, also those that have lost their version when they were put into a bundle. */
    private List<Path> candidates(String file) {
        var stem = file.substring(0, file.length() - ".jar".length()) + "-";
        return byName.entrySet().stream()
                .filter(named -> named.getKey().equals(file) || named.getKey().startsWith(stem))
                .flatMap(named -> named.getValue().stream())
                .toList();
    }

    /** A jar that holds others' classes has several descriptions; the one whose name the file bears is its own. */
    private static Optional<Origin> saidByItself(String file, byte[] content) {
        var said = new ArrayList<Origin>();
        try (var jar = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    var pom = new Properties();
                    pom.load(jar);
                    said.add(new Origin(
                            pom.getProperty("groupId"), pom.getProperty("artifactId"), pom.getProperty("version")));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        var stem = file.substring(0, file.length() - ".jar".length());
        return said.stream()
                .filter(origin -> said.size() == 1
                        || stem.equalsIgnoreCase(origin.name())
                        || stem.startsWith(origin.name() + "-" + origin.version()))
                .findFirst();
    }

    /** What the jar says, or the artifact's own description or one of its parents; empty when none does. */
    String licence(Origin origin, byte[] content) throws IOException {
        try (var jar = new JarInputStream(new ByteArrayInputStream(content))) {
            var manifest = jar.getManifest();
            var header = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-License");
            return header == null || header.isBlank()
                    ? inPom(origin)
                    : header.split("[;,]")[0].replace("\"", "").strip();
        }
    }

    private String inPom(Origin origin) throws IOException {
        var current = Optional.of(origin);
        for (var i = 0; i < MOST_PARENTS && current.isPresent(); i++) {
            var at = current.get();
            var pom = repository.resolve(at.folder()).resolve(at.name() + "-" + at.version() + ".pom");
            if (!Files.isReadable(pom)) {
                return at.group().equals("de.einsnull") ? "EUPL-1.2" : "";
            }
            var text = Files.readString(pom).replaceAll("(?s)<!--.*?-->", "");
            var licence = LICENCE.matcher(text);
            if (licence.find()) {
                return licence.group(1).strip().replaceAll("\\s+", " ");
            }
            var parent = PARENT.matcher(text);
            current = parent.find() ? Optional.of(parent(parent.group(1))) : Optional.empty();
        }
        return "";
    }

    private static Origin parent(String xml) {
        return new Origin(element(xml, "groupId"), element(xml, "artifactId"), element(xml, "version"));
    }

    private static String element(String xml, String name) {
        var found =
                Pattern.compile("<" + name + ">\\s*(.*?)\\s*</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }
}
