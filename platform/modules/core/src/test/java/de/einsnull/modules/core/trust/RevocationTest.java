package de.einsnull.modules.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.state.KnownCertificate;
import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the key of a maker is stolen, the city must be able to lock out what is signed with it, at once. */
class RevocationTest {

    @TempDir
    private static Path keysFolder;

    @TempDir
    private Path folder;

    private static TestKeys keys;

    private Path trust;
    private TrustStore store;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = new TestKeys(keysFolder);
        keys.make("stadtwerke");
        keys.make("authority", "-ext", "bc:c");
        keys.make("club");
        keys.sign("club", "authority", "-ext", "eku=codeSigning");
        keys.make("other-authority", "-ext", "bc:c");
    }

    @BeforeEach
    void trustThem() throws IOException {
        trust = Files.createDirectories(folder.resolve("trust"));
        Files.copy(keys.export("authority"), trust.resolve("authority.pem"));
        Files.copy(keys.export("stadtwerke"), trust.resolve("stadtwerke.pem"));
        store = new TrustStore(trust, Clock.systemUTC());
    }

    @Test
    void aFingerprintLocksAMakerOutAtOnce() throws Exception {
        assertThat(check("stadtwerke").kind()).isEqualTo(Kind.TRUSTED);
        Files.writeString(trust.resolve("revoked.txt"), "# stolen in May\n" + fingerprint("stadtwerke") + " # key\n");
        Verdict revoked = check("stadtwerke");
        assertThat(revoked.kind()).isEqualTo(Kind.REVOKED);
        assertThat(revoked.signer()).isEqualTo("stadtwerke");
        assertThat(revoked.detail()).isEqualTo("revoked.txt");
        assertThat(check("club").kind()).as("others").isEqualTo(Kind.TRUSTED);
        Files.delete(trust.resolve("revoked.txt"));
        assertThat(check("stadtwerke").kind()).as("taken back").isEqualTo(Kind.TRUSTED);
    }

    /** As {@code keytool} and browsers print it. */
    @Test
    void aFingerprintMayHaveColonsAndCapitals() throws Exception {
        String colons = fingerprint("stadtwerke").toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        Files.writeString(trust.resolve("revoked.txt"), colons);
        assertThat(check("stadtwerke").kind()).isEqualTo(Kind.REVOKED);
        assertThat(store.read().problems()).isEmpty();
    }

    @Test
    void anAuthorityThatIsLockedOutTakesItsMakersWithIt() throws Exception {
        Files.writeString(trust.resolve("revoked.txt"), fingerprint("authority"));
        assertThat(check("club").kind()).isEqualTo(Kind.REVOKED);
    }

    @Test
    void theListOfAnAuthorityCounts() throws Exception {
        keys.revoke("authority", keys.certificate("club"), trust.resolve("authority.crl"));
        Verdict revoked = check("club");
        assertThat(revoked.kind()).isEqualTo(Kind.REVOKED);
        assertThat(revoked.detail()).isEqualTo("authority.crl");
        assertThat(check("stadtwerke").kind()).isEqualTo(Kind.TRUSTED);
    }

    /** Anybody who can send a file could otherwise lock out a competitor. */
    @Test
    void theListOfAnotherAuthorityDoesNotCount() throws Exception {
        Path list = trust.resolve("other.crl");
        keys.revoke("other-authority", keys.certificate("club"), list);
        assertThat(check("club").kind()).isEqualTo(Kind.TRUSTED);
        assertThat(store.read().problems()).singleElement().asString().contains("other.crl does not count");
        Files.copy(keys.export("other-authority"), trust.resolve("other.pem"));
        assertThat(check("club").kind()).as("it did not issue it").isEqualTo(Kind.TRUSTED);
        assertThat(store.read().problems()).isEmpty();
    }

    /** Somebody who forgot to fetch a new list must not let in again who was on the old one. */
    @Test
    void anOldListGoesOnToCountAndIsReported() throws Exception {
        keys.revoke("authority", keys.certificate("club"), trust.resolve("authority.crl"));
        var inAYear = new TrustStore(trust, Clock.offset(Clock.systemUTC(), Duration.ofDays(400)));
        assertThat(inAYear.read().problems()).singleElement().asString().contains("authority.crl is out of date");
        assertThat(inAYear.read()
                        .revocations()
                        .source(java.util.List.of(KnownCertificate.of(keys.certificate("club")))))
                .hasValue("authority.crl");
    }

    /** A slip of the pen must be seen, not believed to be a lock. */
    @Test
    void whatCannotBeReadIsReported() throws Exception {
        Files.writeString(trust.resolve("revoked.txt"), "abc\n\n" + fingerprint("stadtwerke") + "\n");
        Files.writeString(trust.resolve("broken.crl"), "-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n");
        Files.writeString(
                trust.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThat(store.read().problems())
                .hasSize(3)
                .anyMatch(problem -> problem.startsWith("revoked.txt, line 1"))
                .anyMatch(problem -> problem.startsWith("broken.crl"))
                .anyMatch(problem -> problem.startsWith("broken.pem"));
        assertThat(check("stadtwerke").kind()).as("the good line counts").isEqualTo(Kind.REVOKED);
        Files.write(trust.resolve("revoked.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(store.read().problems()).anyMatch(problem -> problem.startsWith("revoked.txt is not a text"));
    }

    private static String fingerprint(String name) throws Exception {
        return KnownCertificate.of(keys.certificate(name)).sha256();
    }

    private Verdict check(String name) throws IOException {
        Path archive = TestArchive.bundle("signed", "1.0.0").entry("text", "x").writeTo(folder.resolve("signed.jar"));
        return new JarSignature(new SignerCheck(store, Clock.systemUTC())).check(keys.signArchive(archive, name));
    }
}
