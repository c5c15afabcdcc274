package de.einsnull.modules.core.repositories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.ModuleRepositories.Repository;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.modules.core.catalogue.PlatformFeatures;
import de.einsnull.modules.core.install.Offers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City IT names the places that its modules come from. */
class RepositoriesTest {

    @TempDir
    private Path folder;

    private final List<String> trail = new ArrayList<>();
    private TestPlatform platform;
    private Repositories repositories;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder.resolve("platform"));
        repositories = new Places(
                        platform.inspector(),
                        new PlatformFeatures(platform.context(), Optional::empty),
                        new MavenFiles(List.of(folder.resolve("system"))),
                        Files.createDirectories(folder.resolve("scratch")),
                        1 << 20)
                .repositories(platform.store(), (actor, action, address) -> trail.add(actor + " " + action));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void aFolderOffersItsArchives() throws IOException {
        Path archives = Files.createDirectories(folder.resolve("archives"));
        TestArchive.bundle("parks", "1.2.0").header("Bundle-Name", "Parks").writeTo(archives.resolve("parks.jar"));
        Files.writeString(archives.resolve("broken.jar"), "not a jar");
        Repository added = repositories.add(archives.toUri(), "admin");
        assertThat(added.modules()).isEqualTo(1);
        assertThat(repositories.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.name()).isEqualTo("parks");
            assertThat(offer.version()).isEqualTo("1.2.0");
            assertThat(offer.title()).isEqualTo("Parks");
        });
        Offers.Fetched fetched = repositories.fetch("parks", "1.2.0", work());
        assertThat(fetched.inspected().archive()).isPresent();
        assertThat(fetched.source()).startsWith("repository:file:");
        assertThat(archives.resolve("parks.jar"))
                .as("the folder keeps its file")
                .exists();
    }

    @Test
    void aFeaturesFileOffersItsFeatureWithTheBundlesBesideIt() throws IOException {
        URI address = featuresFile();
        repositories.add(address, "admin");
        assertThat(repositories.offers()).extracting(Offer::name).containsExactly("parks");
        Offers.Fetched fetched = repositories.fetch("parks", "1.0.0", work());
        assertThat(fetched.inspected().archive().orElseThrow().bundles())
                .extracting(bundle -> bundle.symbolicName())
                .containsExactly("parks.core");
        assertThat(fetched.inspected().findings()).extracting(Finding::code).containsExactly("not-signed");
    }

    @Test
    void placesAreRememberedAndForgotten() throws IOException {
        URI address = featuresFile();
        repositories.add(address, "admin");
        assertThat(platform.store().state().repositories()).containsExactly(address.toString());
        repositories.remove(address, "admin");
        assertThat(platform.store().state().repositories()).isEmpty();
        assertThat(repositories.offers()).isEmpty();
        assertThat(trail).containsExactly("admin module.repository.add", "admin module.repository.remove");
    }

    /** A server that is away for an hour must not empty the catalogue. */
    @Test
    void whatCannotBeReadKeepsWhatItHadAndSaysSo() throws IOException {
        URI address = featuresFile();
        repositories.add(address, "admin");
        Files.delete(Path.of(address));
        repositories.refresh();
        assertThat(repositories.repositories())
                .filteredOn(repository -> !repository.fixed())
                .singleElement()
                .satisfies(repository -> {
                    assertThat(repository.modules()).isEqualTo(1);
                    assertThat(repository.error()).contains("Not found");
                });
    }

    @Test
    void whatIsNoRepositoryIsNotAdded() throws IOException {
        Path page = Files.writeString(folder.resolve("page.xml"), "<html/>");
        for (String address : new String[] {
            page.toUri().toString(),
            folder.resolve("absent.xml").toUri().toString(),
            "http://example.org/f.xml",
            "ftp://x/y"
        }) {
            assertThatThrownBy(() -> repositories.add(URI.create(address), "admin"))
                    .as(address)
                    .isInstanceOf(IOException.class);
        }
        assertThat(platform.store().state().repositories()).isEmpty();
    }

    @Test
    void theDistributionIsAlwaysThereAndCannotBeRemoved() {
        assertThat(repositories.repositories()).singleElement().satisfies(one -> assertThat(one.fixed())
                .isTrue());
        repositories.remove(repositories.repositories().get(0).address(), "admin");
        assertThat(repositories.repositories()).hasSize(1);
    }

    private Path work() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }

    private URI featuresFile() throws IOException {
        Path root = folder.resolve("maven/org/example");
        Path bundle = Files.createDirectories(root.resolve("parks.core/1.0.0"));
        TestArchive.bundle("parks.core", "1.0.0").writeTo(bundle.resolve("parks.core-1.0.0.jar"));
        Path features = Files.createDirectories(root.resolve("features/1.0.0"));
        return Files.writeString(
                        features.resolve("features-1.0.0-features.xml"),
                        "<features name='f'><feature name='parks' version='1.0.0'>"
                                + "<bundle>mvn:org.example/parks.core/1.0.0</bundle></feature></features>")
                .toUri();
    }
}
