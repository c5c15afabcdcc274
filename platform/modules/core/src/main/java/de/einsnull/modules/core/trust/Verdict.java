package de.einsnull.modules.core.trust;

/**
 * What is known of who made an archive.
 *
 * @param kind how far it can be trusted
 * @param signer name in the certificate, empty if there is none
 * @param detail what exactly is wrong, empty if nothing is
 */
public record Verdict(Kind kind, String signer, String detail) {

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
        /** Changed after it was signed. */
        TAMPERED
    }

    static Verdict of(Kind kind, String signer, String detail) {
        return new Verdict(kind, signer, detail);
    }

    /** Which of two is the worse one. */
    public Verdict worse(Verdict other) {
        return other.kind.compareTo(kind) > 0 ? other : this;
    }
}
