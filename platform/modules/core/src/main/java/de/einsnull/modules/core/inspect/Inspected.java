package de.einsnull.modules.core.inspect;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.state.KnownCertificate;
import java.util.List;
import java.util.Optional;

/**
 * An archive that was looked at.
 *
 * @param archive the module in it, empty if none could be read
 * @param signer who signed it, empty if nobody did
 * @param certificates of the signer and of those who vouch for it
 * @param findings what was found, the worst first
 */
public record Inspected(
        Optional<ModuleArchive> archive, String signer, List<KnownCertificate> certificates, List<Finding> findings) {

    /** One that cannot even be looked at. */
    public static Inspected unreadable(Finding finding) {
        return new Inspected(Optional.empty(), "", List.of(), List.of(finding));
    }

    public boolean isRefused() {
        return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.REFUSED);
    }
}
