package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.sensors.sensorthings.json.BodyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes texts in {@code multipart/mixed} (RFC 2046) apart; lines may end with CR LF or LF. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=(?:\"([^\"]{1,200})\"|([^\\s;,\"]{1,200}))");

    private Multipart() {}

    /**
     * A part, or a message within it.
     *
     * @param headers values by name in lower case
     * @param content what follows the empty line
     */
    record Part(Map<String, String> headers, String content) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static String boundary(String contentType) {
        var matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw new BodyException("", "Content-Type nennt keine boundary", "Content-Type names no boundary");
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** The parts between the lines that begin with the boundary. */
    static List<Part> parts(String text, String boundary) {
        var parts = new ArrayList<Part>();
        int start = -1;
        for (int at = 0; at < text.length(); at = nextLine(text, at)) {
            if (!text.startsWith("--" + boundary, at)) {
                continue;
            }
            if (start >= 0) {
                parts.add(part(text.substring(start, withoutLineEnd(text, at))));
            }
            if (text.startsWith("--" + boundary + "--", at)) {
                return parts;
            }
            start = nextLine(text, at);
        }
        throw new BodyException(
                "",
                "die Zeile --" + boundary + "-- am Ende fehlt",
                "the line --" + boundary + "-- at the end is missing");
    }

    private static int nextLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static int withoutLineEnd(String text, int at) {
        int end = at > 0 && text.charAt(at - 1) == '\n' ? at - 1 : at;
        return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Headers up to the empty line, then the content. */
    static Part part(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            int next = nextLine(text, at);
            var line = text.substring(at, next).strip();
            at = next;
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Part(headers, text.substring(at));
    }
}
