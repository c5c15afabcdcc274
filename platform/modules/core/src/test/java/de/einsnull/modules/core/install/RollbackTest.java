package de.einsnull.modules.core.install;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** A new version that does not become well must not leave the city without the old one. */
class RollbackTest {

    @TempDir
    private Path folder;

    private TestPlatform platform;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
        platform.apply(Action.INSTALL, module("1.0.0"));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void aVersionWhoseTablesDoNotComeIsReplacedByTheOldOne() throws IOException {
        Operation operation = platform.apply(Action.UPDATE, module("2.0.0").header("EinsNull-Schema", "parks"));
        assertThat(operation.outcome()).hasValue(Outcome.ROLLED_BACK);
        assertThat(operation.reason()).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("not-healthy");
            assertThat(reason.german()).contains("2.0.0", "Tabellen in der Datenbank");
            assertThat(reason.english()).contains("2.0.0", "tables in the database");
        });
        assertThatTheOldOneRuns();
        assertThat(platform.history().get(0).outcome()).isEqualTo(Outcome.ROLLED_BACK);
    }

    @Test
    void aVersionWhoseHealthCheckFailsIsReplacedByTheOldOne() throws IOException {
        whenStarted("2.0.0", bundle -> {
            var properties = new Hashtable<String, Object>();
            properties.put(HealthCheck.NAME, "Parks");
            HealthCheck check = () -> new Result(Result.Status.CRITICAL, "no water");
            bundle.getBundleContext().registerService(HealthCheck.class, check, properties);
        });
        Operation operation = platform.apply(Action.UPDATE, module("2.0.0"));
        assertThat(operation.outcome()).hasValue(Outcome.ROLLED_BACK);
        assertThat(operation.reason().orElseThrow().german()).contains("Parks: no water");
        assertThatTheOldOneRuns();
    }

    /** The installer must not hang with it: the next module waits. */
    @Test
    void aVersionThatDoesNotReturnFromItsStartIsGivenUp() throws IOException {
        var forever = new CountDownLatch(1);
        whenStarted("2.0.0", bundle -> awaitQuietly(forever));
        Operation operation = platform.apply(Action.UPDATE, module("2.0.0"));
        assertThat(operation.outcome()).hasValue(Outcome.ROLLED_BACK);
        assertThat(operation.reason().orElseThrow().code()).isEqualTo("does-not-return");
        assertThatTheOldOneRuns();
    }

    @Test
    void aNewModuleThatIsNotWellIsRemovedAgain() throws IOException {
        Operation operation = platform.apply(
                Action.INSTALL, TestArchive.bundle("lakes", "1.0.0").header("EinsNull-Schema", "lakes"));
        assertThat(operation.outcome()).hasValue(Outcome.ROLLED_BACK);
        assertThat(platform.bundle("lakes")).isNull();
        assertThat(platform.store().state().module("lakes")).isEmpty();
    }

    @Test
    void afterARollBackTheNextAttemptIsFree() throws IOException {
        platform.apply(Action.UPDATE, module("2.0.0").header("EinsNull-Schema", "parks"));
        assertThat(platform.apply(Action.UPDATE, module("2.0.1")).outcome()).hasValue(Outcome.SUCCEEDED);
        assertThat(platform.history()).extracting(HistoryEntry::toVersion).startsWith("2.0.1", "2.0.0");
    }

    private void assertThatTheOldOneRuns() {
        Bundle bundle = platform.bundle("parks");
        assertThat(bundle.getVersion()).hasToString("1.0.0");
        assertThat(bundle.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(platform.store().state().module("parks").orElseThrow().version())
                .isEqualTo("1.0.0");
        assertThat(platform.store().state().attempt()).isNull();
    }

    private static TestArchive module(String version) {
        return TestArchive.bundle("parks", version);
    }

    /** What components do while they are activated happens on the thread that starts the bundle. */
    private void whenStarted(String version, Consumer<Bundle> action) {
        platform.context().addBundleListener((SynchronousBundleListener) event -> {
            boolean isIt = event.getType() == BundleEvent.STARTED
                    && event.getBundle().getVersion().toString().equals(version);
            if (isIt) {
                action.accept(event.getBundle());
            }
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // Code that ignores being interrupted is what this is about; it ends when the framework does.
                if (Thread.currentThread().isDaemon()) {
                    continue;
                }
            }
        }
    }
}
