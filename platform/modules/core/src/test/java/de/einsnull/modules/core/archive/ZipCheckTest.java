package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.TestArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile or broken archive must be recognised before anybody else reads it. */
class ZipCheckTest {

    private static final Limits SMALL = new Limits(10 << 20, 4 << 20, 20, 100, 2);

    @TempDir
    private Path folder;

    @Test
    void aGoodBundlePasses() throws IOException {
        assertThat(check(TestArchive.bundle("good", "1.0.0")
                        .type(ZipCheckTest.class)
                        .bytes()))
                .isEmpty();
    }

    @Test
    void textThatIsCalledJarIsBroken() throws IOException {
        assertThat(check("this is not a jar".getBytes(StandardCharsets.UTF_8))).hasValue("broken-archive");
    }

    /** A transfer that broke off must be told as such, wherever it broke off. */
    @Test
    void aTruncatedArchiveIsBroken() throws IOException {
        byte[] whole = TestArchive.bundle("good", "1.0.0")
                .entry("text", "a".repeat(1_000))
                .bytes();
        for (int length : new int[] {0, 10, whole.length / 2, whole.length - 30, whole.length - 1}) {
            assertThat(check(Arrays.copyOf(whole, length)))
                    .as("first %d bytes", length)
                    .hasValue("broken-archive");
        }
    }

    @Test
    void aFlippedBitIsBroken() throws IOException {
        byte[] content = new byte[2_000];
        new Random(1).nextBytes(content);
        byte[] whole =
                TestArchive.bundle("good", "1.0.0").entry("noise", content).bytes();
        whole[whole.length / 2] ^= 1;
        assertThat(check(whole)).hasValue("broken-archive");
    }

    @Test
    void aFewKilobytesThatBecomeMegabytesAreABomb() throws IOException {
        assertThat(check(TestArchive.bundle("bomb", "1.0.0")
                        .entry("zeros", new byte[3 << 20])
                        .bytes()))
                .hasValue("zip-bomb");
    }

    /** Each level alone is harmless; together they are not. */
    @Test
    void aBombInABombIsABomb() throws IOException {
        byte[] inner = TestArchive.empty().entry("zeros", new byte[5 << 20]).bytes();
        assertThat(check(TestArchive.bundle("bomb", "1.0.0")
                        .entry("lib/inner.jar", inner)
                        .bytes()))
                .hasValue("zip-bomb");
    }

    @Test
    void archivesWithinArchivesEndSomewhere() throws IOException {
        byte[] nested = TestArchive.empty().entry("leaf", "x").bytes();
        for (int i = 0; i < 3; i++) {
            nested = TestArchive.empty().entry("nested.bin", nested).bytes();
        }
        assertThat(check(nested)).hasValue("nested-too-deep");
    }

    @Test
    void tooManyFilesAreTooMany() throws IOException {
        var archive = TestArchive.bundle("many", "1.0.0");
        for (int i = 0; i < 20; i++) {
            archive.entry("file" + i, "x");
        }
        assertThat(check(archive.bytes())).hasValue("too-many-entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/passwd", "a\\..\\evil", "C:/evil"})
    void aPathThatLeadsOutIsRefused(String name) throws IOException {
        assertThat(check(TestArchive.bundle("evil", "1.0.0").entry(name, "x").bytes()))
                .hasValue("path-traversal");
    }

    @Test
    void anOrdinaryPathWithRepeatedPartsPasses() throws IOException {
        assertThat(check(TestArchive.bundle("fine", "1.0.0")
                        .entry("a/a/a..b/c", "x")
                        .bytes()))
                .isEmpty();
    }

    /** What is checked must be what is run. */
    @Test
    void twoFilesOfOneNameAreRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new String[] {"twin-a", "twin-b"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('x');
                zip.closeEntry();
            }
        }
        byte[] doubled = new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1)
                .replace("twin-b", "twin-a")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(check(doubled)).hasValue("duplicate-entry");
    }

    @Test
    void aClassForANewerJavaIsNamed() throws IOException {
        byte[] newer = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};
        var finding = find(
                TestArchive.bundle("newer", "1.0.0").entry("a/B.class", newer).bytes());
        assertThat(finding).hasValueSatisfying(one -> {
            assertThat(one.code()).isEqualTo("java-version");
            assertThat(one.german()).contains("Java 21", "Java 17");
        });
    }

    /** Multi-release jars carry classes for newer versions beside those that are used here. */
    @Test
    void aClassOnlyForNewerJavaPasses() throws IOException {
        byte[] newer = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 65};
        assertThat(check(TestArchive.bundle("multi", "1.0.0")
                        .entry("META-INF/versions/21/a/B.class", newer)
                        .bytes()))
                .isEmpty();
    }

    private Optional<String> check(byte[] content) throws IOException {
        return find(content).map(Finding::code);
    }

    private Optional<Finding> find(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("archive"), content);
        return new ZipCheck(SMALL, 17).check(file, "test.jar");
    }
}
