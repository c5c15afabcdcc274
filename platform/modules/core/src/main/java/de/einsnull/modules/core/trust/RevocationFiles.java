package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.state.KnownCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * Reads who is not to be trusted any more: lists of authorities (RFC 5280, PEM or DER) and fingerprints that city IT wrote
 * down. A list counts only if its authority is trusted and has signed it; an old one goes on to count.
 */
final class RevocationFiles {

    private static final String FINGERPRINTS = "revoked.txt";
    private static final long LARGEST = 50L << 20;

    private final Set<X509Certificate> issuers;
    private final Clock clock;
    private final List<String> problems;
    private final Revocations revocations = new Revocations();

    /**
     * @param issuers authorities whose lists count
     * @param clock tells whether a list is old
     * @param problems takes what could not be read
     */
    RevocationFiles(Set<X509Certificate> issuers, Clock clock, List<String> problems) {
        this.issuers = issuers;
        this.clock = clock;
        this.problems = problems;
    }

    Revocations read(List<Path> files) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            boolean list = name.toLowerCase(Locale.ROOT).endsWith(".crl");
            if ((list || name.equals(FINGERPRINTS)) && Files.size(file) > LARGEST) {
                problems.add(name + " is larger than 50 MB and does not count.");
            } else if (list) {
                lists(file, name);
            } else if (name.equals(FINGERPRINTS)) {
                fingerprints(file);
            }
        }
        return revocations;
    }

    private void fingerprints(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (MalformedInputException e) {
            problems.add(FINGERPRINTS + " is not a text and does not count.");
            return;
        }
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).replaceFirst("#.*", "").replace(":", "").strip();
            if (text.matches("[0-9A-Fa-f]{64}")) {
                revocations.addFingerprint(text.toLowerCase(Locale.ROOT), FINGERPRINTS);
            } else if (!text.isEmpty()) {
                problems.add(FINGERPRINTS + ", line " + (i + 1)
                        + ": not a SHA-256 fingerprint (64 hexadecimal digits), it does not count.");
            }
        }
    }

    private void lists(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<X509CRL> lists = CertificateFactory.getInstance("X.509").generateCRLs(in).stream()
                    .map(X509CRL.class::cast)
                    .toList();
            if (lists.isEmpty()) {
                problems.add(name + " holds no revocation list.");
            }
            lists.forEach(list -> list(list, name));
        } catch (GeneralSecurityException e) {
            problems.add(name + " is not a revocation list and does not count: " + e.getMessage());
        }
    }

    private void list(X509CRL list, String name) {
        X500Principal issuer = list.getIssuerX500Principal();
        if (issuers.stream().noneMatch(one -> hasSigned(one, list))) {
            problems.add(name + " does not count: " + issuer.getName() + " is not trusted or has not signed it."
                    + " Put the certificate of the authority beside it.");
            return;
        }
        if (list.getNextUpdate() != null && list.getNextUpdate().toInstant().isBefore(clock.instant())) {
            problems.add(name + " is out of date since " + list.getNextUpdate().toInstant()
                    + ". Fetch a new one; until then it counts as it is.");
        }
        Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
        if (entries != null) {
            entries.forEach(entry -> revocations.addSerial(
                    KnownCertificate.name(entry.getCertificateIssuer() == null ? issuer : entry.getCertificateIssuer()),
                    entry.getSerialNumber().toString(16),
                    name));
        }
    }

    private static boolean hasSigned(X509Certificate authority, X509CRL list) {
        if (!authority.getSubjectX500Principal().equals(list.getIssuerX500Principal())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
