package de.einsnull.modules.core.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Staged;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A KAR is XML and paths that a stranger wrote: whatever stands there, it is refused with a reason and leaves no trace. */
class HostileKarTest {

    @TempDir
    private Path folder;

    private TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE f [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><features name='f'>&x;</features>",
                "<!DOCTYPE f [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><features name='&b;'/>",
                "<features name='f'><feature name='parks'",
                "<html/>",
                "",
                "no XML at all"
            })
    void xmlThatReachesOutOrIsNoneIsUnreadable(String xml) throws IOException {
        assertThat(refusals(kar(xml))).containsExactly("unreadable");
        leavesNoTrace();
    }

    /** Reading it must not need a stack as deep as the sender likes. */
    @Test
    void elementsAreNotNestedEndlessly() throws IOException {
        String xml = "<features name='f'><feature name='parks' version='1'><bundle>" + "<x>".repeat(20_000)
                + "</x>".repeat(20_000) + "</bundle></feature></features>";
        assertThat(refusals(kar(xml))).containsExactly("unreadable");
        leavesNoTrace();
    }

    @Test
    void aChainOfFeaturesMayBeLong() {
        List<FeaturesFile.Feature> chain = IntStream.range(0, 50_000)
                .mapToObj(i -> feature("f" + i, "f" + (i + 1)))
                .toList();
        List<FeaturesFile.Feature> closure = new FeaturesFile("f", chain).closure(chain.get(0));
        assertThat(closure).hasSize(50_000);
        assertThat(closure.get(0).name()).as("what is needed comes first").isEqualTo("f49999");
        assertThat(closure.get(49_999).name()).isEqualTo("f0");
    }

    @Test
    void featuresThatNeedEachOtherEnd() {
        var file = new FeaturesFile("f", List.of(feature("a", "b"), feature("b", "c"), feature("c", "a", "c")));
        assertThat(names(file.closure(file.features().get(0)))).isEqualTo("c b a");
        assertThat(file.roots()).isEmpty();
    }

    @Test
    void whatIsNeededTwiceComesOnceAndInOrder() {
        var file = new FeaturesFile(
                "f",
                List.of(
                        feature("top", "left", "right"),
                        feature("left", "base"),
                        feature("right", "base", "gone"),
                        feature("base")));
        assertThat(names(file.closure(file.features().get(0)))).isEqualTo("base left right top");
        assertThat(names(file.roots())).isEqualTo("top");
    }

    private static String names(List<FeaturesFile.Feature> features) {
        return features.stream().map(FeaturesFile.Feature::name).collect(Collectors.joining(" "));
    }

    private static FeaturesFile.Feature feature(String name, String... needs) {
        return new FeaturesFile.Feature(name, "1", "", List.of(), List.of(needs), java.util.Set.of());
    }

    /** The archive must not choose a file of the machine, nor a place outside of itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/etc/hostname",
                "mvn:../../etc/passwd/1",
                "mvn:org.example/../../core/1.0.0",
                "http://example.org/core.jar",
                "mvn:org.example/core",
                "wrap:mvn:org.example/core/1.0.0",
                ""
            })
    void bundlesComeFromTheArchiveOnly(String location) throws IOException {
        assertThat(refusals(kar(parks("<bundle>" + location + "</bundle>"))))
                .contains("missing-bundle", "nothing-to-install");
        leavesNoTrace();
    }

    @Test
    void twoFeaturesFilesAreOneTooMany() throws IOException {
        TestArchive kar = kar(parks("")).entry("repository/org/example/more/1.0.0/more-1.0.0-features.xml", parks(""));
        assertThat(refusals(kar)).containsExactly("kar-features");
    }

    @Test
    void aKarWithoutFeaturesIsRefused() throws IOException {
        TestArchive kar = TestArchive.empty().entry("repository/readme.txt", "hello");
        assertThat(refusals(kar)).containsExactly("kar-features");
    }

    @Test
    void aBundleInItThatIsNoneIsNamed() throws IOException {
        TestArchive kar = kar(parks("<bundle>mvn:org.example/core/1.0.0</bundle>"))
                .entry("repository/org/example/core/1.0.0/core-1.0.0.jar", "not a jar");
        assertThat(refusals(kar)).containsAnyOf("unreadable", "broken-archive");
        leavesNoTrace();
    }

    /** Settings in a feature would be taken over silently by Karaf, and overwrite those of the city. */
    @Test
    void settingsInAFeatureAreLeftAsideWithAWarning() throws IOException {
        TestArchive kar = kar(parks("<config name='org.apache.felix.http'>org.osgi.service.http.port=1</config>"
                        + "<configfile finalname='/etc/users.properties'>mvn:a/b/1</configfile>"
                        + "<bundle>mvn:org.example/core/1.0.0</bundle>"))
                .entry(
                        "repository/org/example/core/1.0.0/core-1.0.0.jar",
                        TestArchive.bundle("core", "1.0.0").bytes());
        Staged staged = platform.stage(kar);
        assertThat(staged.isAcceptable()).isTrue();
        assertThat(staged.findings())
                .filteredOn(one -> one.code().equals("feature-elements-ignored"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.level()).isEqualTo(Finding.Level.WARNING);
                    assertThat(one.english()).contains("config", "configfile");
                });
    }

    /** The line of the sender broke after some megabytes: they must not stay for good. */
    @Test
    void aTransferThatBreaksOffLeavesNoTrace() throws IOException {
        var sent = new ByteArrayInputStream("PK and so on".getBytes(StandardCharsets.UTF_8));
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                int next = sent.read();
                if (next < 0) {
                    throw new IOException("connection reset");
                }
                return next;
            }
        };
        assertThatThrownBy(() -> platform.installer().stage(breaking, "x.jar")).hasMessage("connection reset");
        leavesNoTrace();
    }

    /** The disk must not fill up with what is refused anyway. */
    @Test
    void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
        var sent = new long[1];
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                sent[0]++;
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                sent[0] += length;
                return length;
            }
        };
        Staged staged = platform.installer().stage(endless, "endless.jar");
        assertThat(staged.findings()).extracting(Finding::code).containsExactly("too-large");
        assertThat(staged.findings().get(0).german()).contains("100 MB");
        assertThat(sent[0]).isLessThan(102L << 20);
        leavesNoTrace();
    }

    private void leavesNoTrace() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("modules/staging"))) {
            assertThat(files).containsExactly(folder.resolve("modules/staging"));
        }
    }

    private List<String> refusals(TestArchive archive) throws IOException {
        return platform.stage(archive).findings().stream()
                .filter(finding -> finding.level() == Finding.Level.REFUSED)
                .map(Finding::code)
                .toList();
    }

    private static String parks(String content) {
        return "<features name='f'><feature name='parks' version='1.0.0'>" + content + "</feature></features>";
    }

    private static TestArchive kar(String xml) {
        return TestArchive.empty().entry("repository/org/example/features/1.0.0/features-1.0.0-features.xml", xml);
    }
}
