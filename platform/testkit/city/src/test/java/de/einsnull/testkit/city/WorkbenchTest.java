package de.einsnull.testkit.city;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner sees in the city must be what was built last. */
class WorkbenchTest {

    @TempDir
    private Path project;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path folder;
    private Path jar;

    @BeforeEach
    void folders() throws Exception {
        folder = Files.createDirectories(project.resolve("deploy"));
        jar = project.resolve("module.jar");
    }

    @Test
    void whatWasBuiltIsDeployed() throws Exception {
        Files.writeString(project.resolve("source"), "first");
        Workbench workbench = workbench("cp", "source", "module.jar");

        assertThat(workbench.redeploy(folder)).isTrue();
        assertThat(folder.resolve("module.jar")).hasContent("first");

        Files.writeString(project.resolve("source"), "second");
        assertThat(workbench.redeploy(folder)).isTrue();
        assertThat(folder.resolve("module.jar")).hasContent("second");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aBuildThatFailsLeavesTheVersionBeforeAndSaysSo() throws Exception {
        Files.writeString(folder.resolve("module.jar"), "before");

        assertThat(workbench("false").redeploy(folder)).isFalse();

        assertThat(folder.resolve("module.jar")).hasContent("before");
        assertThat(said.toString(UTF_8)).contains("Not deployed, the build failed");
    }

    @Test
    void aDeployFolderThatIsNotThereIsNamed() throws Exception {
        Files.writeString(jar, "jar");

        assertThat(workbench("true").redeploy(project.resolve("nowhere"))).isFalse();

        assertThat(said.toString(UTF_8)).contains("nowhere");
    }

    @Test
    void closingADeploymentTakesTheModuleAway() throws Exception {
        Files.writeString(jar, "jar");

        try (Deployment module = Deployment.of(folder, jar)) {
            assertThat(module).isNotNull();
            assertThat(folder.resolve("module.jar")).exists();
        }

        assertThat(folder).isEmptyDirectory();
    }

    private Workbench workbench(String... command) {
        var out = new PrintStream(said, true, UTF_8);
        return new Workbench(out, new Rebuild(project, List.of(command), jar));
    }
}
