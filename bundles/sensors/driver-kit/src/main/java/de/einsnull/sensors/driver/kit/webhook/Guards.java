package de.einsnull.sensors.driver.kit.webhook;

import de.einsnull.sensors.driver.kit.webhook.WebhookTarget.Guard;
import de.einsnull.sensors.driver.kit.webhook.WebhookTarget.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The usual proofs that a sender knows a secret. Comparing takes the same time whatever is wrong. */
public final class Guards {

    /** Shortest secret, characters. */
    public static final int SHORTEST_SECRET = 16;

    private static final String BEARER = "Bearer ";
    private static final String HMAC = "HmacSHA256";

    private Guards() {}

    /**
     * Lets nobody in.
     *
     * @return for an instance without a usable secret
     */
    public static Guard closed() {
        return guard(false, (headers, body) -> false);
    }

    /**
     * Lets in who sends {@code Authorization: Bearer <secret>}.
     *
     * @param secret at least {@value #SHORTEST_SECRET} characters, otherwise nobody is let in
     * @return the guard
     */
    public static Guard token(String secret) {
        return isShort(secret)
                ? closed()
                : guard(false, (headers, body) -> {
                    String header = headers.get("Authorization");
                    String given = header.startsWith(BEARER)
                            ? header.substring(BEARER.length()).strip()
                            : "";
                    return same(bytes(secret), bytes(given));
                });
    }

    /**
     * Lets in who sends the HMAC-SHA256 of the body, in hexadecimal digits or Base64, with or without {@code sha256=} before
     * it.
     *
     * @param secret key, at least {@value #SHORTEST_SECRET} characters, otherwise nobody is let in
     * @param header name of the header, for example {@code X-Hub-Signature-256}
     * @return the guard
     */
    public static Guard signature(String secret, String header) {
        return isShort(secret)
                ? closed()
                : guard(true, (headers, body) -> same(mac(bytes(secret), body), decoded(headers.get(header))));
    }

    private static boolean isShort(String secret) {
        return secret.length() < SHORTEST_SECRET;
    }

    private static byte[] decoded(String header) {
        String text = header.strip();
        text = text.toLowerCase(Locale.ROOT).startsWith("sha256=") ? text.substring("sha256=".length()) : text;
        try {
            return text.matches("[0-9a-fA-F]{64}")
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(byte[] key, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + HMAC, e);
        }
    }

    private static boolean same(byte[] expected, byte[] given) {
        return MessageDigest.isEqual(expected, given);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Decision {
        boolean admits(Headers headers, byte[] body);
    }

    private static Guard guard(boolean needsBody, Decision decision) {
        return new Guard() {
            @Override
            public boolean admits(Headers headers, byte[] body) {
                return decision.admits(headers, body);
            }

            @Override
            public boolean needsBody() {
                return needsBody;
            }
        };
    }
}
