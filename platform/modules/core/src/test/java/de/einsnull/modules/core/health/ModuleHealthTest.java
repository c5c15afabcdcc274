package de.einsnull.modules.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.NoComponents;
import de.einsnull.modules.core.TestArchive;
import de.einsnull.modules.core.TestPlatform;
import de.einsnull.portal.api.Language;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;

/** It decides whether an update is rolled back: a mistake here keeps a broken version, or takes a good one away. */
class ModuleHealthTest {

    @TempDir
    private Path folder;

    private TestPlatform platform;
    private ModuleHealth health;
    private Bundle parks;

    @BeforeEach
    void start() throws Exception {
        platform = new TestPlatform(folder);
        health = new ModuleHealth(platform.context(), new NoComponents());
        parks = platform.platformBundle(TestArchive.bundle("parks", "1.0.0"));
    }

    @AfterEach
    void stop() throws Exception {
        platform.close();
    }

    @Test
    void aBundleThatRunsAndHasNothingToSayIsWell() {
        assertThat(health.of(List.of(parks))).extracting(Statement::level).containsExactly(Level.GOOD);
    }

    @Test
    void aBundleThatDoesNotRunIsNamed() throws Exception {
        parks.stop();
        assertThat(health.of(List.of(parks))).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(Level.BAD);
            assertThat(one.subject()).isEqualTo("parks");
            assertThat(one.isHopeless()).as("it may still come").isFalse();
        });
    }

    /** A bundle that waits for its first use is not broken. */
    @Test
    void aLazyBundleIsWell() throws Exception {
        Bundle lazy = platform.context()
                .installBundle(
                        "test:lazy",
                        TestArchive.bundle("lazy", "1.0.0").header("Bundle-ActivationPolicy", "lazy").stream());
        lazy.start(Bundle.START_ACTIVATION_POLICY);
        assertThat(lazy.getState()).isEqualTo(Bundle.STARTING);
        assertThat(health.of(List.of(lazy))).extracting(Statement::level).containsExactly(Level.GOOD);
    }

    @ParameterizedTest
    @CsvSource({
        "OK, GOOD",
        "WARN, ATTENTION",
        "TEMPORARILY_UNAVAILABLE, ATTENTION",
        "CRITICAL, BAD",
        "HEALTH_CHECK_ERROR, BAD"
    })
    void whatAModuleSaysOfItselfCounts(Result.Status status, Level level) {
        register(() -> new Result(status, "so it is"), "Ponds");
        assertThat(health.of(List.of(parks))).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(level);
            assertThat(one.subject()).isEqualTo("Ponds");
            assertThat(one.cause(Language.DE)).contains("so it is");
        });
    }

    @Test
    void theWorstComesFirst() {
        register(() -> new Result(Result.Status.OK, "fine"), "A");
        register(() -> new Result(Result.Status.CRITICAL, "dry"), "B");
        register(() -> new Result(Result.Status.WARN, "low"), "C");
        assertThat(health.of(List.of(parks))).extracting(Statement::subject).containsExactly("B", "C", "A");
    }

    @Test
    void aCheckWithoutANameIsCalledLikeItsBundle() {
        parks.getBundleContext().registerService(HealthCheck.class, () -> new Result(Result.Status.OK, "fine"), null);
        assertThat(health.of(List.of(parks))).extracting(Statement::subject).containsExactly("parks");
    }

    @Test
    void aCheckThatThrowsIsBadAndSaysWhy() {
        register(
                () -> {
                    throw new IllegalStateException("no water");
                },
                "Ponds");
        assertThat(health.of(List.of(parks))).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(Level.BAD);
            assertThat(one.cause(Language.DE)).contains("no water");
        });
    }

    /** Otherwise each look would cost a thread for ever, and the page of the module would hang. */
    @Test
    void aCheckThatHangsIsBadAndNotAskedAgain() throws Exception {
        var release = new CountDownLatch(1);
        var asked = new AtomicInteger();
        register(
                () -> {
                    asked.incrementAndGet();
                    await(release);
                    return new Result(Result.Status.OK, "at last");
                },
                "Ponds");
        for (int i = 0; i < 2; i++) {
            assertThat(health.of(List.of(parks))).singleElement().satisfies(one -> {
                assertThat(one.level()).isEqualTo(Level.BAD);
                assertThat(one.cause(Language.DE)).contains("2 s");
            });
        }
        assertThat(asked).hasValue(1);
        release.countDown();
        de.einsnull.testkit.Eventually.eventually(
                "it is asked again", () -> health.of(List.of(parks)).get(0).level() == Level.GOOD);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody released it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without its tables a module answers every request with an error. */
    @Test
    void aModuleWithoutItsTablesIsNotWellUntilTheyCome() throws Exception {
        Bundle trees =
                platform.platformBundle(TestArchive.bundle("trees", "1.0.0").header("EinsNull-Schema", "trees"));
        Dictionary<String, Object> database = new Hashtable<>();
        database.put(HealthCheck.NAME, "Database");
        parks.getBundleContext()
                .registerService(
                        HealthCheck.class, () -> new Result(Result.Status.CRITICAL, "V2__x.sql failed"), database);
        assertThat(health.of(List.of(trees))).singleElement().satisfies(one -> {
            assertThat(one.level()).isEqualTo(Level.BAD);
            assertThat(one.subject()).isEqualTo("trees");
            assertThat(one.cause(Language.DE)).as("the reason of the database").contains("V2__x.sql failed");
        });
        Dictionary<String, Object> schema = new Hashtable<>();
        schema.put("einsnull.schema", "trees");
        platform.context().registerService(Runnable.class, () -> {}, schema);
        assertThat(health.of(List.of(trees))).extracting(Statement::level).containsExactly(Level.GOOD);
    }

    private void register(HealthCheck check, String name) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(HealthCheck.NAME, name);
        parks.getBundleContext().registerService(HealthCheck.class, check, properties);
    }
}
