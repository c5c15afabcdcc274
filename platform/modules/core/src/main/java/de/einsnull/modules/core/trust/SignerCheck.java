package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.state.KnownCertificate;
import de.einsnull.modules.core.trust.ChainCheck.Purpose;
import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.IOException;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks the certificates of signers against what the city trusts. What is revoked never counts. What has expired counts if
 * a timestamp of somebody the city trusts for it says that it was signed before (RFC 3161).
 */
public final class SignerCheck {

    private final TrustStore store;
    private final Clock clock;

    public SignerCheck(TrustStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The best verdict among several signers, each of whom signed everything. */
    Verdict best(List<CodeSigner> signers) throws IOException {
        Trust trust = store.read();
        Verdict best = null;
        for (CodeSigner signer : signers) {
            Verdict verdict = check(signer, trust);
            best = best == null || best.kind().compareTo(verdict.kind()) > 0 ? verdict : best;
        }
        return best;
    }

    private Verdict check(CodeSigner signer, Trust trust) {
        List<X509Certificate> chain = certificates(signer.getSignerCertPath());
        List<KnownCertificate> known = known(chain);
        Optional<String> revoked = trust.revocations().source(known);
        if (revoked.isPresent()) {
            return new Verdict(Kind.REVOKED, ChainCheck.name(chain.get(0)), revoked.get(), known);
        }
        var check = new ChainCheck(trust.makers(), Purpose.CODE);
        Verdict verdict = check.check(chain, clock.instant());
        if (verdict.kind() == Kind.EXPIRED) {
            verdict = atTimestamp(signer.getTimestamp(), trust, check, chain, verdict);
        }
        return new Verdict(verdict.kind(), verdict.signer(), verdict.detail(), known);
    }

    private Verdict atTimestamp(
            Timestamp stamp, Trust trust, ChainCheck check, List<X509Certificate> chain, Verdict expired) {
        if (stamp == null) {
            return worse(expired, "no timestamp");
        }
        Instant at = stamp.getTimestamp().toInstant();
        List<X509Certificate> authority = certificates(stamp.getSignerCertPath());
        String name = ChainCheck.name(authority.get(0));
        Optional<String> revoked = trust.revocations().source(known(authority));
        if (revoked.isPresent()) {
            return worse(expired, "timestamp by " + name + ", which is revoked in " + revoked.get());
        }
        Verdict time = new ChainCheck(trust.timestampers(), Purpose.TIME).check(authority, at);
        if (time.kind() != Kind.TRUSTED) {
            return worse(expired, "timestamp by " + name + ", which is not trusted for it: " + time.detail());
        }
        Verdict then = at.isAfter(clock.instant()) ? expired : check.check(chain, at);
        return then.kind() == Kind.EXPIRED ? worse(expired, "signed outside of its validity, at " + at) : then;
    }

    private static Verdict worse(Verdict expired, String why) {
        return Verdict.of(Kind.EXPIRED, expired.signer(), expired.detail() + "; " + why);
    }

    private static List<KnownCertificate> known(List<X509Certificate> chain) {
        return chain.stream().map(KnownCertificate::of).toList();
    }

    private static List<X509Certificate> certificates(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }
}
