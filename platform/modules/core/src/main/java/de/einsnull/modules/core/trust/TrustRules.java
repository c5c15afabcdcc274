package de.einsnull.modules.core.trust;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.Words;
import java.util.List;
import java.util.Optional;

/** What follows from a verdict, in production and in development. */
public final class TrustRules {

    private final boolean development;

    /** @param development whether unsigned modules are let in */
    public TrustRules(boolean development) {
        this.development = development;
    }

    /**
     * What to tell of a module.
     *
     * @param verdict what is known of who made it
     * @param subject its name
     * @return empty if it is trusted
     */
    public Optional<Finding> finding(Verdict verdict, String subject) {
        return switch (verdict.kind()) {
            case TRUSTED -> Optional.empty();
            case UNSIGNED -> Optional.of(finding(
                    "not-signed",
                    subject,
                    Words.sentence(
                            verdict.detail().isEmpty() ? "finding.not-signed" : "finding.not-signed.completely")));
            case UNKNOWN -> Optional.of(
                    finding("unknown-signer", subject, Words.sentence("finding.unknown-signer", verdict.signer())));
            case REVOKED -> Optional.of(refused("revoked-certificate", subject, verdict.signer(), verdict.detail()));
            case EXPIRED -> Optional.of(finding(
                    "expired-certificate",
                    subject,
                    Words.sentence("finding.expired-certificate", verdict.signer(), verdict.detail())));
            case TAMPERED -> Optional.of(refused("tampered", subject, verdict.detail()));
        };
    }

    private Finding finding(String code, String subject, Sentence why) {
        return development
                ? Findings.of(
                        Finding.Level.WARNING, code, subject, why.and(List.of(Words.sentence("finding.development"))))
                : Findings.of(Finding.Level.REFUSED, code, subject, why);
    }
}
