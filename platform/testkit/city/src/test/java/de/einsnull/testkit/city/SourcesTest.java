package de.einsnull.testkit.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save that is not noticed leaves the partner looking at the version before. */
class SourcesTest {

    @TempDir
    private Path project;

    private Path file;

    @BeforeEach
    void oneSource() throws Exception {
        file = project.resolve("src/main/java/A.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "class A {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void aSaveANewFileAndALostOneAreChanges() throws Exception {
        var sources = new Sources(project);
        assertThat(sources.changed()).isFalse();

        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertThat(sources.changed()).isTrue();
        assertThat(sources.changed()).isFalse();

        Path another = Files.writeString(project.resolve("bnd.bnd"), "A: b");
        assertThat(sources.changed()).isTrue();
        Files.delete(another);
        assertThat(sources.changed()).isTrue();
    }

    /** Otherwise each build would be the reason for the next. */
    @Test
    void whatTheBuildWritesIsNone() throws Exception {
        var sources = new Sources(project);

        Files.createDirectories(project.resolve("target"));
        Files.writeString(project.resolve("target/a.jar"), "jar");

        assertThat(sources.changed()).isFalse();
    }

    @Test
    void waitingEndsWithTheChange() throws Exception {
        var sources = new Sources(project);
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                sources.awaitChange();
                return true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
