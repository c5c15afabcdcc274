package de.einsnull.portal.shell.asset;

import de.einsnull.portal.shell.contrib.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The files of a bundle's {@code static/} folder. All of them share one hash of the whole folder, so that style sheets
 * and scripts may name their neighbours by relative addresses. Thread-safe.
 */
public final class Assets {

    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9@_-][A-Za-z0-9@._-]*(/[A-Za-z0-9@_-][A-Za-z0-9@._-]*)*");
    private static final long MOST_BYTES_KEPT = 16L << 20;
    private static final int HASH_CHARS = 16;

    private final Resources resources;
    private final Map<String, Asset> kept = new ConcurrentHashMap<>();
    private final AtomicLong keptBytes = new AtomicLong();
    private volatile String hash;

    public Assets(Resources resources) {
        this.resources = resources;
    }

    /** Hash of all files, the same until the bundle changes. */
    public String hash() {
        String known = hash;
        if (known == null) {
            known = computeHash();
            hash = known;
        }
        return known;
    }

    private String computeHash() {
        var digest = sha256();
        for (String path : resources.list("static")) {
            resources.find(path).ifPresent(url -> {
                digest.update(path.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                digest.update(read(url));
            });
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether there is such a file. */
    public boolean has(String path) {
        return kept.containsKey(path) || source(path).isPresent();
    }

    /** Address of a file for as long as the bundle does not change. */
    public String address(String path) {
        return "/assets/" + resources.owner() + "/" + hash() + "/" + path;
    }

    /** A file, from memory if it was asked for before. */
    public Optional<Asset> find(String path) {
        var known = kept.get(path);
        return known != null ? Optional.of(known) : source(path).map(url -> load(path, url));
    }

    private Asset load(String path, URL url) {
        var asset = Asset.of(path, read(url));
        long size = asset.body().length + (asset.gzip() == null ? 0 : asset.gzip().length);
        if (keptBytes.addAndGet(size) <= MOST_BYTES_KEPT) {
            kept.put(path, asset);
        } else {
            keptBytes.addAndGet(-size);
        }
        return asset;
    }

    private Optional<URL> source(String path) {
        return PATH.matcher(path).matches() ? resources.find("static/" + path) : Optional.empty();
    }

    private static byte[] read(URL url) {
        try (var in = url.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + url, e);
        }
    }
}
