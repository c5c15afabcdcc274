package de.einsnull.portal.shell.web;

import de.einsnull.portal.shell.asset.Asset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.zip.CRC32C;

/** Writes answers: validators, compression, cache headers. */
final class Sending {

    private static final int WORTH_COMPRESSING = 1024;

    private Sending() {}

    static void send(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", answer.keeping().header());
        answer.headers().forEach(response::setHeader);
        if (answer.keeping() == Answer.Keeping.ASK) {
            response.setHeader("Vary", "Accept-Encoding, Cookie");
            String tag = tag(answer.body());
            response.setHeader("ETag", tag);
            if (answer.status() == 200 && matches(request, tag)) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        if (answer.mediaType().isEmpty()) {
            return;
        }
        boolean zip = answer.compressible() && answer.body().length >= WORTH_COMPRESSING && takesGzip(request);
        write(request, response, answer.mediaType(), zip ? Asset.gzip(answer.body()) : answer.body(), zip);
    }

    static void sendAsset(HttpServletRequest request, HttpServletResponse response, Asset asset, boolean forever)
            throws IOException {
        var keeping = forever ? Answer.Keeping.FOREVER : Answer.Keeping.NEVER;
        response.setHeader("Cache-Control", keeping.header());
        response.setHeader("Vary", "Accept-Encoding");
        boolean zip = asset.gzip() != null && takesGzip(request);
        write(request, response, asset.mediaType(), zip ? asset.gzip() : asset.body(), zip);
    }

    private static void write(
            HttpServletRequest request, HttpServletResponse response, String mediaType, byte[] body, boolean zipped)
            throws IOException {
        response.setContentType(mediaType);
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    /** Weak, because the same page goes out compressed and not. */
    private static String tag(byte[] body) {
        var crc = new CRC32C();
        crc.update(body);
        return "W/\"" + Long.toHexString(crc.getValue()) + Integer.toHexString(body.length) + "\"";
    }

    private static boolean matches(HttpServletRequest request, String tag) {
        String known = request.getHeader("If-None-Match");
        return known != null && known.contains(tag);
    }

    private static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }
}
