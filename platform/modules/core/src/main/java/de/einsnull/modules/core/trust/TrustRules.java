package de.einsnull.modules.core.trust;

import de.einsnull.modules.api.Finding;
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
                    "Das Modul ist nicht" + (verdict.detail().isEmpty() ? "" : " vollständig")
                            + " signiert: Niemand steht dafür" + " ein. Der Hersteller signiert es mit jarsigner.",
                    "The module is not" + (verdict.detail().isEmpty() ? "" : " completely")
                            + " signed: nobody answers for it." + " Its maker signs it with jarsigner."));
            case UNKNOWN -> Optional.of(finding(
                    "unknown-signer",
                    subject,
                    "Signiert von „" + verdict.signer() + "“, dem die Stadt nicht vertraut. Wenn sie es soll, legt die"
                            + " Stadt-IT das Zertifikat in etc/trust ab.",
                    "Signed by \"" + verdict.signer()
                            + "\", whom the city does not trust. If it shall, city IT puts the"
                            + " certificate into etc/trust."));
            case REVOKED -> Optional.of(new Finding(
                    Finding.Level.REFUSED,
                    "revoked-certificate",
                    subject,
                    "Das Zertifikat von „" + verdict.signer() + "“ oder einer Stelle, die dafür bürgt, ist gesperrt ("
                            + verdict.detail()
                            + "). Installieren Sie das Modul nicht; der Hersteller signiert es mit einem neuen.",
                    "The certificate of \"" + verdict.signer() + "\", or of an authority that vouches for it, is"
                            + " revoked (" + verdict.detail()
                            + "). Do not install the module; its maker signs it with a new one."));
            case EXPIRED -> Optional.of(finding(
                    "expired-certificate",
                    subject,
                    "Das Zertifikat von „" + verdict.signer() + "“ gilt jetzt nicht (" + verdict.detail()
                            + "). Der Hersteller signiert mit einem gültigen; eine ältere Signatur zählt nur mit dem Zeitstempel einer"
                            + " Stelle, der die Stadt dafür vertraut (etc/trust/tsa).",
                    "The certificate of \"" + verdict.signer() + "\" is not valid now (" + verdict.detail()
                            + "). Its maker signs with a valid one; an older signature counts only with a timestamp of an authority"
                            + " whom the city trusts for it (etc/trust/tsa)."));
            case TAMPERED -> Optional.of(new Finding(
                    Finding.Level.REFUSED,
                    "tampered",
                    subject,
                    "Das Archiv wurde nach dem Signieren verändert (" + verdict.detail()
                            + "). Installieren Sie es nicht und fragen Sie den Hersteller.",
                    "The archive was changed after it was signed (" + verdict.detail()
                            + "). Do not install it, and ask its maker."));
        };
    }

    private Finding finding(String code, String subject, String german, String english) {
        return development
                ? new Finding(
                        Finding.Level.WARNING,
                        code,
                        subject,
                        german + " Nur zugelassen, weil die Plattform im Entwicklungsmodus läuft.",
                        english + " Let in only because the platform runs in development mode.")
                : new Finding(Finding.Level.REFUSED, code, subject, german, english);
    }
}
