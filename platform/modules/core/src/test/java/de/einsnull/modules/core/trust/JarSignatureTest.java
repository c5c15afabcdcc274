package de.einsnull.modules.core.trust;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city must be able to tell who made a module, and that nobody changed it since. */
class JarSignatureTest {

    @TempDir
    private static Path keysFolder;

    @TempDir
    private Path folder;

    private static TestKeys keys;

    @BeforeAll
    static void makeKeys() throws IOException {
        keys = new TestKeys(keysFolder);
        keys.make("stadtwerke");
        keys.make("stranger");
        keys.make("old", "-startdate", "-10d", "-validity", "5");
        keys.make("authority", "-ext", "bc:c");
        keys.make("club");
        keys.sign("club", "authority", "-ext", "eku=codeSigning");
        keys.make("webserver");
        keys.sign("webserver", "authority", "-ext", "eku=serverAuth");
    }

    @Test
    void aMakerWhoseCertificateTheCityHasIsTrusted() throws IOException {
        trust("stadtwerke");
        assertThat(check(signed("stadtwerke")).kind()).isEqualTo(Kind.TRUSTED);
        assertThat(check(signed("stadtwerke")).signer()).isEqualTo("stadtwerke");
    }

    @Test
    void aMakerVouchedForByATrustedAuthorityIsTrusted() throws IOException {
        trust("authority");
        assertThat(check(signed("club")).kind()).isEqualTo(Kind.TRUSTED);
        assertThat(check(signed("club")).signer()).isEqualTo("club");
    }

    @Test
    void aStrangerIsNamedAndNotTrusted() throws IOException {
        trust("stadtwerke");
        assertThat(check(signed("stranger")).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(check(signed("stranger")).signer()).isEqualTo("stranger");
    }

    @Test
    void nobodyIsTrustedWithoutCertificates() throws IOException {
        assertThat(check(signed("stadtwerke")).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void anExpiredCertificateIsToldAsSuch() throws IOException {
        trust("old");
        assertThat(check(signed("old")).kind()).isEqualTo(Kind.EXPIRED);
    }

    /** The certificate of a web server must not be good for installing code. */
    @Test
    void aCertificateForAnotherPurposeIsNotTrusted() throws IOException {
        trust("authority");
        assertThat(check(signed("webserver")).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void anUnsignedArchiveIsUnsigned() throws IOException {
        assertThat(check(archive()).kind()).isEqualTo(Kind.UNSIGNED);
    }

    @Test
    void aChangedFileIsNoticed() throws IOException {
        trust("stadtwerke");
        assertThat(check(rewritten(signed("stadtwerke"), "text", "changed", false))
                        .kind())
                .isEqualTo(Kind.TAMPERED);
    }

    /** Nobody answers for what was put in afterwards. */
    @Test
    void anAddedFileMakesItUnsigned() throws IOException {
        trust("stadtwerke");
        assertThat(check(rewritten(signed("stadtwerke"), "added", "x", true)).kind())
                .isEqualTo(Kind.UNSIGNED);
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        trust("stadtwerke");
        assertThat(check(rewritten(signed("stadtwerke"), "text", null, false)).kind())
                .isEqualTo(Kind.TAMPERED);
    }

    private Verdict check(Path archive) throws IOException {
        var trust = new TrustStore(folder.resolve("trust"), Clock.systemUTC());
        return new JarSignature(new SignerCheck(trust, Clock.systemUTC())).check(archive);
    }

    private void trust(String name) throws IOException {
        Path trust = Files.createDirectories(folder.resolve("trust"));
        Files.copy(keys.export(name), trust.resolve(name + ".pem"));
        Files.writeString(trust.resolve("README"), "not a certificate");
    }

    private Path archive() throws IOException {
        return TestArchive.bundle("signed", "1.0.0")
                .entry("text", "original")
                .entry("more", "more")
                .writeTo(folder.resolve("signed.jar"));
    }

    private Path signed(String name) throws IOException {
        return keys.signArchive(archive(), name);
    }

    /** Replaces, adds or (with null) leaves out one file. */
    private static Path rewritten(Path archive, String name, String content, boolean add) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(archive.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                boolean hit = entry.getName().equals(name);
                if (!hit || content != null) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        write(out, entry.getName(), hit ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
                    }
                }
            }
            if (add) {
                write(out, name, content.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(archive, bytes.toByteArray());
    }

    private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
