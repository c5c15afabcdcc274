package de.einsnull.sensors.rest.sensorthings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Finds out what the address of a batch's step means: it may be whole, begin with the path of the service root or with the
 * version alone, be relative to the root, or begin with what an earlier step has created.
 *
 * @param base address of the service root
 */
record StepAddress(String base) {

    /**
     * What the address means.
     *
     * @param path decoded path below the service root
     * @param query percent-encoded, may be empty
     */
    record Resolved(String path, String query) {}

    Resolved resolved(String url, Map<String, String> created) {
        int question = url.indexOf('?');
        var address = question < 0 ? url : url.substring(0, question);
        var query = question < 0 ? "" : url.substring(question + 1);
        return new Resolved(decoded(trimmed(below(named(address, created)))), query);
    }

    private static String named(String address, Map<String, String> created) {
        int slash = address.indexOf('/');
        var first = slash < 0 ? address : address.substring(0, slash);
        return created.containsKey(first) ? created.get(first) + address.substring(first.length()) : address;
    }

    private String below(String address) {
        var root = URI.create(base).getPath();
        var version = root.substring(root.lastIndexOf('/'));
        for (var start : new String[] {base, root, version}) {
            if (address.equals(start) || address.startsWith(start + "/")) {
                return address.substring(start.length());
            }
        }
        return address;
    }

    private static String trimmed(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        return path.endsWith("/") && path.length() > from
                ? path.substring(from, path.length() - 1)
                : path.substring(from);
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusals.notFound("Die Adresse ist nicht lesbar: " + path, "The address cannot be read: " + path);
        }
    }
}
