package de.einsnull.modules.core.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom the city trusts: PEM or DER files of certificates in a folder, those of time-stamping authorities in the folder
 * {@code tsa} within it, revocation lists ({@code *.crl}) and fingerprints ({@code revoked.txt}). What is put there or taken
 * away counts at once; the files are read again only when one of them changed. Thread-safe.
 */
public final class TrustStore {

    /** Folder of those who say when something was signed. */
    static final String TIMESTAMPERS = "tsa";

    private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);

    private final Path folder;
    private final Clock clock;
    private List<String> listing = List.of("not read");
    private Trust trust;

    public TrustStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Everything in the folder. */
    public synchronized Trust read() throws IOException {
        List<Path> files = new ArrayList<>(files(folder));
        List<Path> timestampers = files(folder.resolve(TIMESTAMPERS));
        files.addAll(timestampers);
        List<String> now = listing(files);
        if (!now.equals(listing)) {
            trust = read(files, timestampers);
            listing = now;
            trust.problems().forEach(problem -> LOG.warn("{}: {}", folder, problem));
        }
        return trust;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> listing(List<Path> files) throws IOException {
        var listing = new ArrayList<String>();
        for (Path file : files) {
            listing.add(file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toInstant());
        }
        return listing;
    }

    private Trust read(List<Path> files, List<Path> timestampers) throws IOException {
        var problems = new ArrayList<String>();
        var makers = new HashSet<X509Certificate>();
        var others = new HashSet<X509Certificate>();
        for (Path file : files) {
            if (file.getFileName().toString().matches("(?i)[^.].*\\.(pem|crt|cer)")) {
                Set<X509Certificate> target = timestampers.contains(file) ? others : makers;
                target.addAll(certificates(file, problems));
            }
        }
        var issuers = new HashSet<>(makers);
        issuers.addAll(others);
        var revoked = new RevocationFiles(issuers, clock, problems).read(files);
        return new Trust(Set.copyOf(makers), Set.copyOf(others), revoked, List.copyOf(problems));
    }

    private static List<X509Certificate> certificates(Path file, List<String> problems) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            problems.add(file.getFileName() + " is not a certificate and is passed over: " + e.getMessage());
            return List.of();
        }
    }
}
