package de.einsnull.modules.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A module must not stop being installable on the day its maker's certificate runs out, and nobody may sign with a
 * certificate that has run out: it may have been stolen since, without anybody having to say so.
 */
class TimestampTest {

    private static final Instant NOW = Instant.now();
    private static final Instant WITHIN = NOW.minus(Duration.ofDays(7));

    @TempDir
    private static Path keysFolder;

    @TempDir
    private Path folder;

    private static TestKeys keys;

    private Path trust;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = new TestKeys(keysFolder);
        keys.make("old", "-startdate", "-10d", "-validity", "5");
        keys.make("tsa-root", "-ext", "bc:c", "-startdate", "-30d");
        keys.make("tsa", "-startdate", "-30d");
        keys.sign("tsa", "tsa-root", "-ext", "eku:critical=timeStamping", "-startdate", "-30d");
        keys.make("new-tsa");
        keys.sign("new-tsa", "tsa-root", "-ext", "eku:critical=timeStamping");
    }

    @BeforeEach
    void trustTheMaker() throws IOException {
        trust = Files.createDirectories(folder.resolve("trust"));
        Files.createDirectories(trust.resolve("tsa"));
        Files.copy(keys.export("old"), trust.resolve("old.pem"));
    }

    @Test
    void whatWasSignedInTimeStaysTrusted() throws Exception {
        trustTsa("tsa-root");
        assertThat(signed("tsa", WITHIN).kind()).isEqualTo(Kind.TRUSTED);
    }

    @Test
    void whatWasSignedTooLateIsExpired() throws Exception {
        trustTsa("tsa-root");
        Verdict late = signed("tsa", NOW.minus(Duration.ofDays(1)));
        assertThat(late.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(late.detail())
                .contains("signed outside of its validity, at "
                        + NOW.minus(Duration.ofDays(1)).toString().substring(0, 10));
    }

    @Test
    void whatWasSignedBeforeTheCertificateBeganIsExpired() throws Exception {
        trustTsa("tsa-root");
        assertThat(signed("tsa", NOW.minus(Duration.ofDays(20))).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void withoutATimestampItIsExpired() throws Exception {
        trustTsa("tsa-root");
        Verdict verdict = check(keys.signArchive(archive(), "old"));
        assertThat(verdict.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(verdict.detail()).endsWith("no timestamp");
    }

    /** Anybody can run a server that says it is last week. */
    @Test
    void aTimestampOfAStrangerCountsForNothing() throws Exception {
        Verdict verdict = signed("tsa", WITHIN);
        assertThat(verdict.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(verdict.detail()).contains("timestamp by tsa, which is not trusted for it");
    }

    /** A maker could otherwise vouch for the time of its own signature. */
    @Test
    void whoeverMakesModulesDoesNotSayWhatTimeItIs() throws Exception {
        Files.copy(keys.export("tsa-root"), trust.resolve("tsa-root.pem"));
        assertThat(signed("tsa", WITHIN).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void aTimestampFromBeforeItsAuthorityBeganCountsForNothing() throws Exception {
        trustTsa("tsa-root");
        assertThat(signed("new-tsa", WITHIN).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void aRevokedTimestampAuthorityCountsForNothing() throws Exception {
        trustTsa("tsa-root");
        keys.revoke("tsa-root", keys.certificate("tsa"), trust.resolve("tsa.crl"));
        Verdict verdict = signed("tsa", WITHIN);
        assertThat(verdict.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(verdict.detail()).contains("revoked in tsa.crl");
    }

    /** A timestamp says when, not who. */
    @Test
    void aTimestampDoesNotMakeAStrangerTrusted() throws Exception {
        trustTsa("tsa-root");
        Files.delete(trust.resolve("old.pem"));
        assertThat(signed("tsa", WITHIN).kind()).isEqualTo(Kind.UNKNOWN);
    }

    private void trustTsa(String name) throws IOException {
        Files.copy(keys.export(name), trust.resolve("tsa/tsa.pem"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Verdict signed(String authority, Instant at) throws Exception {
        try (var tsa = new TestTsa(keys.certificate(authority), keys.privateKey(authority), at)) {
            return check(keys.signArchive(archive(), "old", tsa.url()));
        }
    }

    private Path archive() throws IOException {
        return TestArchive.bundle("signed", "1.0.0").entry("text", "original").writeTo(folder.resolve("signed.jar"));
    }

    private Verdict check(Path archive) throws IOException {
        var store = new TrustStore(trust, Clock.systemUTC());
        return new JarSignature(new SignerCheck(store, Clock.systemUTC())).check(archive);
    }
}
