package de.einsnull.portal.shell.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A file for the browser.
 *
 * @param mediaType media type with charset
 * @param body content
 * @param gzip compressed content, null if compression does not pay
 */
public record Asset(String mediaType, byte[] body, byte[] gzip) {

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("geojson", "application/geo+json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml; charset=utf-8"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pbf", "application/x-protobuf"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("pdf", "application/pdf"));

    /** Makes an asset from a file; its ending tells the media type. */
    public static Asset of(String path, byte[] body) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String mediaType = MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
        boolean text = mediaType.startsWith("text/")
                || mediaType.contains("json")
                || mediaType.contains("svg")
                || mediaType.contains("protobuf");
        return new Asset(mediaType, body, text ? shorter(body) : null);
    }

    private static byte[] shorter(byte[] body) {
        byte[] zipped = gzip(body);
        return zipped.length < body.length ? zipped : null;
    }

    /** Compresses with gzip. */
    public static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 3 + 64);
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
