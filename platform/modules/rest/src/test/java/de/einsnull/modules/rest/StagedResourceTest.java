package de.einsnull.modules.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Module;
import de.einsnull.testkit.FakeModules;
import de.einsnull.web.api.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is handed in comes from outside: whatever it is, the sender gets a reason and the platform stays as it was. */
class StagedResourceTest {

    private final FakeModules fake = new FakeModules();
    private final StagedResource archives = new StagedResource(fake);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t"})
    void aFileNeedsAName(String name) {
        var problem = Problems.of(() -> archives.stage(name, stream("bees")));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.fields()).extracting(Problem.Field::pointer).containsExactly("name");
    }

    /** The name is repeated in messages and in the log. */
    @Test
    void aNameMayBeLongButNotEndless() throws IOException {
        assertThat(archives.stage("x".repeat(200), stream("bees")).getStatus()).isEqualTo(201);
        assertThat(Problems.of(() -> archives.stage("x".repeat(201), stream("bees")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void blanksAroundANameDoNotCount() {
        var problem = Problems.of(() -> archives.stage("  x.jar ", stream("bad")));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("archive-refused");
    }

    @Test
    void whatWasTakenInIsDescribed() throws IOException {
        var view = (StagedView) archives.stage("b.jar", stream("bees")).getEntity();
        assertThat(view.id()).isEqualTo("s1");
        assertThat(view.module().name()).isEqualTo("bees");
        assertThat(view.module().version()).isEqualTo("2.0.0");
        assertThat(view.module().update()).as("missing, not empty").isNull();
        assertThat(archives.staged("s1")).isEqualTo(view);
    }

    @Test
    void aRefusedArchiveIsNotKept() {
        Problems.of(() -> archives.stage("x.jar", stream("bad")));
        assertThat(Problems.of(() -> archives.staged("none")).status()).isEqualTo(404);
    }

    /** The sender's line broke: that is no refusal of the archive, and must not look like one. */
    @Test
    void aBrokenTransferIsNotARefusal() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> archives.stage("x.jar", broken))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void aRepositoryThatCannotBeReadIsNamed() {
        var problem = Problems.of(() -> archives.stage("none", "1.0.0"));
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.code()).isEqualTo("repository-failed");
        assertThat(problem.detail().de()).contains("„none 1.0.0“", "Es wurde nichts geändert");
    }

    @Test
    void ofSeveralFindingsOnlyThoseThatRefuseAreReasons() {
        var findings = List.of(
                new Finding(Finding.Level.REFUSED, "fragment", "bees", "Ein Fragment.", "A fragment."),
                new Finding(Finding.Level.REFUSED, "native-code", "", "Maschinencode.", "Native code."),
                new Finding(Finding.Level.WARNING, "not-signed", "bees", "Unsigniert.", "Unsigned."));
        Problem problem = ModuleProblems.refused(findings);
        assertThat(problem.fields()).extracting(Problem.Field::pointer).containsExactly("fragment", "native-code");
        assertThat(problem.fields().get(1).message().en())
                .as("without a subject no colon")
                .isEqualTo("Native code.");
        assertThat(problem.detail().de()).isEqualTo("bees: Ein Fragment. Es wurde nichts installiert.");
    }

    @Test
    void aModuleOfARepositoryIsTakenIn() {
        fake.add(FakeModules.module("trees", Module.Origin.AVAILABLE, Module.State.AVAILABLE));
        var answer = archives.stage("trees", "1.1.0");
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("staged/s1");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
