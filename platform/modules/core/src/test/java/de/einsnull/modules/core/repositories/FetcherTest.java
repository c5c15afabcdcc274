package de.einsnull.modules.core.repositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a features file names is fetched from where it lies, and from nowhere else. */
class FetcherTest {

    private static final int LARGEST = 1_000;

    @TempDir
    private Path folder;

    private Path target;
    private Fetcher fetcher;

    @BeforeEach
    void make() throws IOException {
        target = Files.createDirectories(folder.resolve("target"));
        fetcher = new Fetcher(new MavenFiles(List.of(folder.resolve("system"))), LARGEST);
    }

    @Test
    void aBundleBesideTheFileIsFoundByItsRelativeAddress() throws IOException {
        file("place/parks.jar", "parks");
        assertThat(fetched(features(), "parks.jar")).isEqualTo("parks");
    }

    @Test
    void aBundleOfTheSameRepositoryIsFound() throws IOException {
        file("place/org/example/core/1.0/core-1.0.jar", "core");
        URI deep = file("place/org/example/features/1.0/features-1.0-features.xml", "<features/>");
        assertThat(fetched(deep, "mvn:org.example/core/1.0")).isEqualTo("core");
    }

    /** Without a network, what the distribution has will do. */
    @Test
    void whatIsNotBesideItComesFromTheDistribution() throws IOException {
        file("system/org/example/core/1.0/core-1.0.jar", "ours");
        assertThat(fetched(features(), "mvn:org.example/core/1.0")).isEqualTo("ours");
        assertThat(fetcher.bundle(features(), "mvn:org.example/none/1.0", target))
                .isEmpty();
    }

    /** Whoever controls a server elsewhere must not get at the files of this machine. */
    @ParameterizedTest
    @ValueSource(strings = {"file:/etc/hostname", "http://127.0.0.1/x.jar", "jar:file:/x.jar!/y"})
    void aPlaceElsewhereDoesNotNameFilesOfThisMachine(String location) {
        assertThatThrownBy(() -> fetcher.bundle(URI.create("https://stadt.example/f.xml"), location, target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot come from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ht tp://x", "a b.jar", "%zz"})
    void whatIsNoAddressIsAnErrorOfTheFile(String location) {
        assertThatThrownBy(() -> fetcher.bundle(features(), location, target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Not the address of a bundle");
    }

    @Test
    void aBundleThatIsTooLargeIsNotFetched() throws IOException {
        file("place/parks.jar", "x".repeat(LARGEST + 1));
        assertThatThrownBy(() -> fetcher.bundle(features(), "parks.jar", target))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Larger than an archive may be");
    }

    @Test
    void aFeaturesFileThatIsTooLargeIsNotRead() throws IOException {
        URI large = file("place/large.xml", "x".repeat((4 << 20) + 1));
        assertThatThrownBy(() -> fetcher.features(large)).hasMessageContaining("Larger than a features file");
        assertThat(fetcher.features(features())).hasSize("<features/>".length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://stadt.example/f.xml", "ftp://stadt.example/f.xml", "relative.xml"})
    void onlySafeAddressesAreRead(String address) {
        assertThatThrownBy(() -> fetcher.features(URI.create(address)))
                .hasMessageContaining("Only file:, https: and mvn: addresses are read");
    }

    private URI features() throws IOException {
        return file("place/features.xml", "<features/>");
    }

    private URI file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content).toUri();
    }

    private String fetched(URI features, String location) throws IOException {
        return Files.readString(fetcher.bundle(features, location, target).orElseThrow());
    }
}
