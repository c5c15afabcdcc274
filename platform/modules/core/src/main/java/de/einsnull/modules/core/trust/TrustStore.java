package de.einsnull.modules.core.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificates that the city trusts: PEM or DER files in a folder, read anew each time. */
public final class TrustStore {

    private static final Logger LOG = LoggerFactory.getLogger(TrustStore.class);

    private final Path folder;

    public TrustStore(Path folder) {
        this.folder = folder;
    }

    /** All certificates; a file that is none is passed over, with a line in the log. */
    public Set<X509Certificate> certificates() throws IOException {
        var found = new HashSet<X509Certificate>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(TrustStore::isCertificate).toList()) {
                    found.addAll(read(file));
                }
            }
        }
        return found;
    }

    private static boolean isCertificate(Path file) {
        return file.getFileName().toString().matches("(?i)[^.].*\\.(pem|crt|cer)");
    }

    private static List<X509Certificate> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            LOG.warn("{} is not a certificate and is passed over: {}", file, e.getMessage());
            return List.of();
        }
    }
}
