package de.einsnull.modules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A script in the night must be able to tell "try again later" from "this module is refused". */
class UnreachableTest {

    @TempDir
    Path data;

    private StubPlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new StubPlatform(data);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aPlatformThatIsStartingIsNotARefusal(int status) {
        platform.when("GET /api/modules", status + " {\"detail\":\"Starting.\"}");
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("is not ready: Starting. Try again in a minute.");
    }

    /** nginx answers so when nothing is behind it. */
    @Test
    void aProxyWithoutAPlatformIsNamedWithItsStatus() {
        platform.when("GET /api/modules", "502 <html><h1>Bad Gateway</h1></html>");
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("status 502").doesNotContain("<html>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Wartung</html>", "OK", "{\"half\":"})
    void somethingElseAtThatAddressIsNotBelieved(String page) {
        platform.when("GET /api/modules", "200 " + page);
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("is not the platform").doesNotContain("Exception");
        assertThat(platform.run("--json", "list"))
                .as("a script must not get it as JSON")
                .isEqualTo(4);
        assertThat(platform.out()).isEmpty();
    }

    /** The password must not be sent to where an answer points. */
    @Test
    void aRedirectIsToldAndNotFollowed() {
        platform.when("GET /api/modules", "301 " + platform.url() + "/elsewhere");
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("sends on to " + platform.url() + "/elsewhere");
        assertThat(platform.asked()).containsExactly("GET /api/modules");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void whoeverIsNotLetInLearnsWhatIsNeeded(int status) {
        platform.when("GET /api/modules", status + " {\"detail\":\"Not now.\"}");
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("does not let admin in: Not now.", "role admin");
    }

    @Test
    void aNameThatNobodyHasIsTold() {
        assertThat(platform.run("--url", "http://einsnull.invalid", "list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("http://einsnull.invalid does not answer");
    }

    /** The file of the first password is gone once it was changed. */
    @Test
    void withoutAPasswordNothingIsSent() throws IOException {
        Files.delete(data.resolve("secrets/admin-password"));
        assertThat(platform.run("list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("admin-password", "EINSNULL_PASSWORD_FILE");
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void anotherAccountAndItsPasswordFileAreUsed() throws IOException {
        Path file = Files.writeString(data.resolve("robot"), "  geheim \n");
        platform.when("GET /api/modules", "200 []");
        assertThat(platform.run(Map.of("EINSNULL_PASSWORD_FILE", file.toString()), "list"))
                .isZero();
        assertThat(platform.run("--user", "robot", "list")).isEqualTo(Failure.UNREACHABLE);
        assertThat(platform.err()).contains("does not let robot in");
    }

    /** The password would stand in a log of whoever prints the options. */
    @Test
    void thePasswordIsNotPrintedWithTheOptions() throws Failure {
        var options = Options.of(java.util.List.of("list"), Map.of("EINSNULL_PASSWORD", "geheim"));
        assertThat(options.toString()).contains("list", "admin").doesNotContain("geheim");
    }
}
