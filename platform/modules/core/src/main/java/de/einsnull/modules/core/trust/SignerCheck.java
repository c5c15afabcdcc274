package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.IOException;
import java.security.CodeSigner;
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
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Checks the certificate of a signer against those that the city trusts (RFC 5280), at the present time. */
public final class SignerCheck {

    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    private final TrustStore trust;
    private final Clock clock;

    public SignerCheck(TrustStore trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** The best verdict among several signers, each of whom signed everything. */
    Verdict best(List<CodeSigner> signers) throws IOException {
        Set<X509Certificate> trusted = trust.certificates();
        Verdict best = null;
        for (CodeSigner signer : signers) {
            Verdict verdict = check(certificates(signer.getSignerCertPath()), trusted);
            best = best == null || best.kind().compareTo(verdict.kind()) > 0 ? verdict : best;
        }
        return best;
    }

    private Verdict check(List<X509Certificate> chain, Set<X509Certificate> trusted) {
        X509Certificate leaf = chain.get(0);
        String name = name(leaf);
        try {
            leaf.checkValidity(Date.from(clock.instant()));
            List<String> purposes = leaf.getExtendedKeyUsage();
            if (purposes != null && !purposes.contains(CODE_SIGNING) && !purposes.contains(ANY_PURPOSE)) {
                return Verdict.of(Kind.UNKNOWN, name, "not a certificate for signing code");
            }
            if (!trusted.contains(leaf)) {
                validate(chain, trusted);
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

    private void validate(List<X509Certificate> chain, Set<X509Certificate> trusted) throws GeneralSecurityException {
        if (trusted.isEmpty()) {
            throw new CertPathValidatorException("no certificate is trusted");
        }
        Set<TrustAnchor> anchors = trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet());
        var parameters = new PKIXParameters(anchors);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        List<X509Certificate> path = chain.stream()
                .takeWhile(certificate -> !trusted.contains(certificate))
                .toList();
        CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
        CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
    }

    private static List<X509Certificate> certificates(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }

    /** The common name, or the whole name if there is none. */
    private static String name(X509Certificate certificate) {
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
