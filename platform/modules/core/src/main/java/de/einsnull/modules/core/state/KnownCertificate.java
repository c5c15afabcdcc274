package de.einsnull.modules.core.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * What is remembered of a certificate, so that it can be recognised when it is revoked.
 *
 * @param sha256 fingerprint, lower-case hexadecimal
 * @param issuer name of who issued it, in the canonical form of RFC 2253
 * @param serial its number with that issuer, hexadecimal
 */
public record KnownCertificate(String sha256, String issuer, String serial) {

    /** What to remember of a certificate. */
    public static KnownCertificate of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new KnownCertificate(
                    HexFormat.of().formatHex(digest),
                    name(certificate.getIssuerX500Principal()),
                    certificate.getSerialNumber().toString(16));
        } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
            throw new IllegalArgumentException("A certificate cannot be encoded", e);
        }
    }

    /** A name as it is compared. */
    public static String name(X500Principal principal) {
        return principal.getName(X500Principal.CANONICAL);
    }
}
