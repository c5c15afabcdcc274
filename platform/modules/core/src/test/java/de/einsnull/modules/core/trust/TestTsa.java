package de.einsnull.modules.core.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A time-stamping authority (RFC 3161) that says whatever time a test wants, for the tool that makers use. */
final class TestTsa implements AutoCloseable {

    private static final byte[] SHA256 = hex("300b0609608648016503040201");
    private static final byte[] ECDSA_SHA256 = hex("300a06082a8648ce3d040302");
    private static final byte[] SIGNED_DATA = hex("06092a864886f70d010702");
    private static final byte[] TST_INFO = hex("060b2a864886f70d0109100104");
    private static final byte[] CONTENT_TYPE = hex("06092a864886f70d010903");
    private static final byte[] MESSAGE_DIGEST = hex("06092a864886f70d010904");
    private static final byte[] POLICY = hex("06042a030405");

    private final X509Certificate certificate;
    private final PrivateKey key;
    private final Instant time;
    private final HttpServer server;

    TestTsa(X509Certificate certificate, PrivateKey key, Instant time) throws IOException {
        this.certificate = certificate;
        this.key = key;
        this.time = time;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = response(exchange.getRequestBody().readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Request: version, imprint, perhaps a policy, nonce, whether the certificate is wanted. */
    private byte[] response(byte[] request) throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(request);
        open(in);
        next(in);
        byte[] imprint = next(in);
        byte[] nonce = new byte[0];
        while (in.hasRemaining()) {
            byte[] part = next(in);
            nonce = part[0] == 0x02 ? part : nonce;
        }
        byte[] status = tag(0x30, integer(BigInteger.ZERO));
        return tag(0x30, status, token(info(imprint, nonce)));
    }

    private byte[] info(byte[] imprint, byte[] nonce) {
        String at = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(time);
        byte[] generalizedTime = tag(0x18, at.getBytes(StandardCharsets.US_ASCII));
        return tag(
                0x30,
                integer(BigInteger.ONE),
                POLICY,
                imprint,
                integer(BigInteger.valueOf(time.getEpochSecond())),
                generalizedTime,
                nonce);
    }

    private byte[] token(byte[] info) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(info);
        byte[] attributes = join(
                tag(0x30, CONTENT_TYPE, tag(0x31, TST_INFO)), tag(0x30, MESSAGE_DIGEST, tag(0x31, tag(0x04, digest))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(tag(0x31, attributes));
        byte[] issuerAndSerial =
                tag(0x30, certificate.getIssuerX500Principal().getEncoded(), integer(certificate.getSerialNumber()));
        byte[] signer = tag(
                0x30,
                integer(BigInteger.ONE),
                issuerAndSerial,
                SHA256,
                tag(0xa0, attributes),
                ECDSA_SHA256,
                tag(0x04, signature.sign()));
        byte[] signedData = tag(
                0x30,
                integer(BigInteger.valueOf(3)),
                tag(0x31, SHA256),
                tag(0x30, TST_INFO, tag(0xa0, tag(0x04, info))),
                tag(0xa0, certificate.getEncoded()),
                tag(0x31, signer));
        return tag(0x30, SIGNED_DATA, tag(0xa0, signedData));
    }

    private static byte[] integer(BigInteger value) {
        return tag(0x02, value.toByteArray());
    }

    /** One element in the distinguished encoding of ASN.1. */
    private static byte[] tag(int tag, byte[]... parts) {
        byte[] content = join(parts);
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length > 0xff) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8)});
        } else if (content.length > 0x7f) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Goes past tag and length, to the content. */
    private static int open(ByteBuffer in) {
        in.get();
        int first = in.get() & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (in.get() & 0xff);
        }
        return length;
    }

    private static byte[] next(ByteBuffer in) {
        int start = in.position();
        int length = open(in);
        byte[] element = new byte[in.position() - start + length];
        in.position(start);
        in.get(element);
        return element;
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
