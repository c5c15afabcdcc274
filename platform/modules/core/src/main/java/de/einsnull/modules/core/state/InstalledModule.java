package de.einsnull.modules.core.state;

import de.einsnull.health.api.Sentence;
import java.util.List;

/**
 * A module that city IT installed.
 *
 * @param name what identifies it
 * @param version its version
 * @param title how it calls itself
 * @param description one sentence, may be empty
 * @param provider who made it, may be empty
 * @param licence its licence, may be empty
 * @param signer who signed it, empty if nobody did
 * @param archive digest of the archive it came in
 * @param source where it came from: {@code upload}, {@code deploy:<file>} or {@code repository:<address>}
 * @param stopped whether city IT stopped it
 * @param quarantine why the platform stopped it, in German, empty if it did not
 * @param quarantineSentence the same for pages; {@link Sentence#NONE} of what was noted before there were sentences
 * @param bundles its bundles, in the order in which they are started
 * @param certificates of who signed it and of those who vouch for them, to notice when they are revoked
 */
public record InstalledModule(
        String name,
        String version,
        String title,
        String description,
        String provider,
        String licence,
        String signer,
        String archive,
        String source,
        boolean stopped,
        String quarantine,
        Sentence quarantineSentence,
        List<InstalledBundle> bundles,
        List<KnownCertificate> certificates) {

    /** Beginning of the location of every bundle that this platform manages. */
    public static final String LOCATION = "einsnull-module:";

    /** Makes the lists unchangeable. What was installed before certificates and sentences were remembered has none. */
    public InstalledModule {
        quarantineSentence = quarantineSentence == null ? Sentence.NONE : quarantineSentence;
        bundles = List.copyOf(bundles);
        certificates = certificates == null ? List.of() : List.copyOf(certificates);
    }

    /** Location of one of its bundles in the framework. */
    public String location(InstalledBundle bundle) {
        return LOCATION + name + "/" + bundle.symbolicName();
    }

    /** Whether its bundles are meant to run. */
    public boolean runs() {
        return !stopped && quarantine.isEmpty();
    }

    public InstalledModule stoppedByPeople() {
        return copy(true, "", Sentence.NONE);
    }

    public InstalledModule started() {
        return copy(false, "", Sentence.NONE);
    }

    public InstalledModule quarantined(String reason, Sentence sentence) {
        return copy(stopped, reason, sentence);
    }

    private InstalledModule copy(boolean nowStopped, String reason, Sentence sentence) {
        return new InstalledModule(
                name,
                version,
                title,
                description,
                provider,
                licence,
                signer,
                archive,
                source,
                nowStopped,
                reason,
                sentence,
                bundles,
                certificates);
    }
}
