package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.state.KnownCertificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Certificates that are not to be trusted any more, with the name of the file that says so. Nothing signed by them counts,
 * whenever it was signed.
 */
public final class Revocations {

    private final Map<String, String> fingerprints = new HashMap<>();
    private final Map<String, String> serials = new HashMap<>();

    void addFingerprint(String sha256, String source) {
        fingerprints.put(sha256, source);
    }

    void addSerial(String issuer, String serial, String source) {
        serials.put(serial + " " + issuer, source);
    }

    /** The file that revokes one of several certificates; empty if none does. */
    public Optional<String> source(List<KnownCertificate> certificates) {
        return certificates.stream()
                .map(one -> fingerprints.getOrDefault(one.sha256(), serials.get(one.serial() + " " + one.issuer())))
                .filter(source -> source != null)
                .findFirst();
    }
}
