package de.einsnull.guard.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.core.hostile.LeavesTimer;
import de.einsnull.guard.core.hostile.Quiet;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose thread it is: a mistake would end a thread of somebody else, or leave one of a hostile module. */
@Timeout(30)
class BundleCodeTest {

    private static final StackTraceElement JDK = new StackTraceElement("java.util.HashMap", "get", null, 1);
    private static final StackTraceElement OTHER = new StackTraceElement("de.other.Thing", "run", null, 1);
    private static final StackTraceElement OURS = new StackTraceElement("de.example.Thing", "run", null, 1);

    private final BundleCode code =
            new BundleCode(7, "de.example", new URLClassLoader(new URL[0]), Set.of("de.example"));

    @Test
    void codeAnywhereOnTheStackCountsButOnlyOnTopItMayBeEnded() {
        assertThat(code.isIn(new StackTraceElement[] {JDK, OTHER, OURS})).isTrue();
        assertThat(code.isOnTop(new StackTraceElement[] {JDK, OTHER, OURS})).isFalse();
        assertThat(code.isOnTop(new StackTraceElement[] {JDK, JDK, OURS, OTHER}))
                .isTrue();
        assertThat(code.isIn(new StackTraceElement[] {JDK, OTHER})).isFalse();
        assertThat(code.isOnTop(new StackTraceElement[] {JDK})).isFalse();
        assertThat(code.isOnTop(new StackTraceElement[0])).isFalse();
    }

    @Test
    void aPackageThatOnlyBeginsAlikeIsAnother() {
        assertThat(code.has(new StackTraceElement("de.example.deeper.Thing", "run", null, 1)))
                .isFalse();
        assertThat(code.has(new StackTraceElement("de.examples.Thing", "run", null, 1)))
                .isFalse();
        assertThat(code.has(new StackTraceElement("Unnamed", "run", null, 1))).isFalse();
    }

    @Test
    void aThreadBelongsToWhoseLoaderItCarries() {
        var thread = new Thread(() -> {});
        thread.setContextClassLoader(code.loader());
        assertThat(code.owns(thread)).isTrue();
        thread.setContextClassLoader(null);
        assertThat(code.owns(thread)).isFalse();
    }

    @Test
    void aBundleIsKnownByThePackagesOfItsClasses(@TempDir Path folder) throws Exception {
        try (var container = new Container(folder)) {
            var bundle = container.install("file:a.jar", "de.example", Quiet.class);
            assertThat(BundleCode.of(bundle)).isNull();
            bundle.start();
            var known = BundleCode.of(bundle);
            assertThat(known.packages()).containsExactly("de.einsnull.guard.core.hostile");
            assertThat(known.without(name -> true).packages()).isEmpty();
        }
    }

    /** A timer has no class of its module on its stack; only whose thread began it tells. */
    @Test
    void anIdleTimerBelongsToTheModuleThatTheGuardStarted(@TempDir Path folder) throws Exception {
        try (var container = new Container(folder)) {
            var bundle = container.install("file:a.jar", "de.example", LeavesTimer.class);
            container.resolve(bundle);
            Deadline.start(bundle, TestLimits.quick());
            assertThat(Crew.of(BundleCode.of(bundle), true))
                    .extracting(Thread::getName)
                    .containsExactly("hostile-timer");
        }
    }

    @Test
    void onlyALoopIsEndedByForce() {
        var end = new CountDownLatch(1);
        var waiting = new Thread(() -> awaitQuietly(end), "crew-waiting");
        waiting.setContextClassLoader(code.loader());
        waiting.setDaemon(true);
        waiting.start();
        eventually("it waits", () -> waiting.getState() == Thread.State.WAITING);

        assertThat(Crew.of(code, false)).containsExactly(waiting);
        Crew.end(code, Crew.of(code, false));

        assertThat(waiting.isAlive()).isTrue();
        end.countDown();
        eventually("its end", () -> Crew.of(code, false).isEmpty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
