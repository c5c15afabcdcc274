package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.trust.Verdict.Kind;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Checks certificates against those that are trusted (RFC 5280), as of one instant. Revocation is looked at elsewhere. */
final class ChainCheck {

    private final Set<X509Certificate> trusted;
    private final Purpose purpose;

    /** What a certificate is for. */
    enum Purpose {
        /** Signing code; a certificate that names no purpose will do. */
        CODE("1.3.6.1.5.5.7.3.3", true),
        /** Saying when something was signed (RFC 3161); it must be named. */
        TIME("1.3.6.1.5.5.7.3.8", false);

        private static final String ANY = "2.5.29.37.0";

        private final String id;
        private final boolean unnamed;

        Purpose(String id, boolean unnamed) {
            this.id = id;
            this.unnamed = unnamed;
        }

        private boolean isOf(X509Certificate certificate) throws GeneralSecurityException {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? unnamed : purposes.contains(id) || (unnamed && purposes.contains(ANY));
        }
    }

    ChainCheck(Set<X509Certificate> trusted, Purpose purpose) {
        this.trusted = trusted;
        this.purpose = purpose;
    }

    /**
     * Looks at a chain.
     *
     * @param chain the certificate in question, then those that vouch for it
     * @return trusted, unknown or expired
     */
    Verdict check(List<X509Certificate> chain, Instant at) {
        X509Certificate leaf = chain.get(0);
        String name = name(leaf);
        try {
            leaf.checkValidity(Date.from(at));
            if (!purpose.isOf(leaf)) {
                return Verdict.of(Kind.UNKNOWN, name, "not a certificate for this purpose");
            }
            if (!trusted.contains(leaf)) {
                validate(chain, at);
            }
            return Verdict.of(Kind.TRUSTED, name, "");
        } catch (CertPathValidatorException e) {
            boolean time = e.getReason() == BasicReason.EXPIRED || e.getReason() == BasicReason.NOT_YET_VALID;
            return Verdict.of(time ? Kind.EXPIRED : Kind.UNKNOWN, name, String.valueOf(e.getMessage()));
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return Verdict.of(Kind.EXPIRED, name, String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            return Verdict.of(Kind.UNKNOWN, name, String.valueOf(e.getMessage()));
        }
    }

    private void validate(List<X509Certificate> chain, Instant at) throws GeneralSecurityException {
        if (trusted.isEmpty()) {
            throw new CertPathValidatorException("no certificate is trusted");
        }
        Set<TrustAnchor> anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        List<X509Certificate> path = chain.stream()
                .takeWhile(certificate -> !trusted.contains(certificate))
                .toList();
        CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
        CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
    }

    /** The common name, or the whole name if there is none. */
    static String name(X509Certificate certificate) {
        String whole = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(whole)
                    .getRdns().stream()
                            .filter(part -> "CN".equalsIgnoreCase(part.getType()))
                            .map(part -> part.getValue().toString())
                            .findFirst()
                            .orElse(whole);
        } catch (InvalidNameException e) {
            return whole;
        }
    }
}
