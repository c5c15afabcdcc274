package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.state.KnownCertificate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of who made an archive.
 *
 * @param kind how far it can be trusted
 * @param signer name in the certificate, empty if there is none
 * @param detail what exactly is wrong, empty if nothing is
 * @param certificates of the signer and of those who vouch for it, to recognise them when they are revoked
 */
public record Verdict(Kind kind, String signer, String detail, List<KnownCertificate> certificates) {

    /** Makes the list unchangeable. */
    public Verdict {
        certificates = List.copyOf(certificates);
    }

    /** One without certificates. */
    public Verdict(Kind kind, String signer, String detail) {
        this(kind, signer, detail, List.of());
    }

    /** How far an archive can be trusted, the worst last. */
    public enum Kind {
        /** Signed by somebody the city trusts. */
        TRUSTED,
        /** Not signed, or only in part. */
        UNSIGNED,
        /** Signed by somebody the city does not know. */
        UNKNOWN,
        /** The certificate is not valid now. */
        EXPIRED,
        /** The city or the issuer of the certificate has withdrawn it. */
        REVOKED,
        /** Changed after it was signed. */
        TAMPERED
    }

    static Verdict of(Kind kind, String signer, String detail) {
        return new Verdict(kind, signer, detail);
    }

    /** Of two parts of one module, the worse verdict with the certificates of both. */
    public Verdict worse(Verdict other) {
        boolean first = signer.isEmpty() && kind == other.kind;
        Verdict worse = first || other.kind.compareTo(kind) > 0 ? other : this;
        var all = new ArrayList<>(certificates);
        all.addAll(other.certificates);
        return new Verdict(
                worse.kind, worse.signer, worse.detail, all.stream().distinct().toList());
    }
}
