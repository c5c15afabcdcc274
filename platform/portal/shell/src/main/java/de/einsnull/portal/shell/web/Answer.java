package de.einsnull.portal.shell.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status HTTP status
 * @param mediaType media type with charset, empty without a body
 * @param body content
 * @param keeping whether and how it may be kept by the browser
 * @param compressible whether it may be compressed: not if it holds a form token, whose value compression would give away
 * @param headers further headers
 */
public record Answer(
        int status, String mediaType, byte[] body, Keeping keeping, boolean compressible, Map<String, String> headers) {

    /** Rules for browsers' caches. */
    public enum Keeping {
        /** Not at all: belongs to one person or one moment. */
        NEVER("no-store"),
        /** Ask each time whether it has changed. */
        ASK("private, no-cache"),
        /** For a year: the address changes with the content. */
        FOREVER("public, max-age=31536000, immutable");

        private final String header;

        Keeping(String header) {
            this.header = header;
        }

        public String header() {
            return header;
        }
    }

    public static Answer html(int status, String html, Keeping keeping, boolean compressible) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "text/html; charset=utf-8", body, keeping, compressible, Map.of());
    }

    public static Answer json(String json, Keeping keeping) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Answer(200, "application/json", body, keeping, true, Map.of());
    }

    public static Answer redirect(String location) {
        return new Answer(303, "", new byte[0], Keeping.NEVER, false, Map.of("Location", location));
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, mediaType, body, keeping, compressible, more);
    }
}
