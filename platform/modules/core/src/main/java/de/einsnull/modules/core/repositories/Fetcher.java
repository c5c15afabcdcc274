package de.einsnull.modules.core.repositories;

import de.einsnull.modules.core.archive.MavenLocation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files and downloads, nothing larger than an archive may be. Thread-safe. */
final class Fetcher {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LARGEST_FEATURES_FILE = 4 << 20;
    private static final int DEEPEST = 12;

    private final MavenFiles system;
    private final long largestArchive;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Fetcher(MavenFiles system, long largestArchive) {
        this.system = system;
        this.largestArchive = largestArchive;
    }

    byte[] features(URI address) throws IOException {
        try (InputStream in = open(address).orElseThrow(() -> new IOException("Not found: " + address))) {
            byte[] content = in.readNBytes(LARGEST_FEATURES_FILE + 1);
            if (content.length > LARGEST_FEATURES_FILE) {
                throw new IOException("Larger than a features file may be: " + address);
            }
            return content;
        }
    }

    /** Looks for a bundle in every folder above the features file, for one of them is the root of its repository. */
    Optional<Path> bundle(URI features, String location, Path folder) throws IOException {
        Optional<String> path = MavenLocation.path(location);
        var candidates = new ArrayList<URI>();
        if (path.isEmpty()) {
            candidates.add(beside(features, location));
        } else if (!"mvn".equals(features.getScheme())) {
            URI above = features;
            for (int i = 0; i < DEEPEST && !above.getPath().equals("/"); i++) {
                above = above.resolve(above.getPath().endsWith("/") ? ".." : ".");
                candidates.add(above.resolve(path.get()));
            }
        }
        for (URI candidate : candidates) {
            Optional<InputStream> found = open(candidate);
            if (found.isPresent()) {
                return Optional.of(copy(found.get(), folder));
            }
        }
        return system.fetch(location, folder);
    }

    /** What lies elsewhere may not name files of this machine: they are not for others to choose. */
    private static URI beside(URI features, String location) throws IOException {
        try {
            URI address = features.resolve(location);
            if (String.valueOf(features.getScheme()).equals(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("Not the address of a bundle: " + location, e);
        }
        throw new IOException("A bundle of " + features + " cannot come from " + location);
    }

    private Path copy(InputStream content, Path folder) throws IOException {
        Path copy = Files.createTempFile(folder, "bundle", ".jar");
        try (InputStream in = content;
                var out = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > largestArchive) {
                    throw new IOException("Larger than an archive may be");
                }
                out.write(buffer, 0, read);
            }
        }
        return copy;
    }

    private Optional<InputStream> open(URI address) throws IOException {
        return switch (String.valueOf(address.getScheme())) {
            case "file" -> file(Path.of(address));
            case "mvn" -> system.find(address.toString()).flatMap(this::file);
            case "https" -> download(address);
            default -> throw new IOException("Only file:, https: and mvn: addresses are read, not " + address);
        };
    }

    private Optional<InputStream> file(Path path) {
        try {
            return Files.isRegularFile(path) ? Optional.of(Files.newInputStream(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<InputStream> download(URI address) throws IOException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() == 200) {
                return Optional.of(answer.body());
            }
            answer.body().close();
            if (List.of(404, 410).contains(answer.statusCode())) {
                return Optional.empty();
            }
            throw new IOException(address + " answers with " + answer.statusCode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading " + address, e);
        }
    }
}
