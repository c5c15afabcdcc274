package de.einsnull.guard.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.guard.api.GuardListener;
import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.guard.core.hostile.Leaks;
import de.einsnull.guard.core.hostile.Loops;
import de.einsnull.guard.core.hostile.NeverStarts;
import de.einsnull.guard.core.hostile.NeverStops;
import de.einsnull.guard.core.hostile.Quiet;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.RecordedAudit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;

/** A module that does harm is stopped, with a reason city IT understands, and nothing else is. */
@Timeout(60)
class GuardTest {

    private static final String HANG = "de.einsnull.guard.test.hang";

    @TempDir
    Path folder;

    private final Notices notices = new Notices();
    private final RecordedAudit audit = new RecordedAudit();
    private final FakeMetrics metrics = new FakeMetrics();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Container container;
    private Guard guard;

    @BeforeEach
    void start() throws BundleException {
        notices.audit = audit;
        notices.metrics = metrics;
        notices.addListener(new GuardListener() {
            @Override
            public void quarantined(Quarantine quarantine) {
                heard.add("quarantined " + quarantine.symbolicName() + " " + quarantine.kind());
            }

            @Override
            public void released(Quarantine quarantine, String actor) {
                heard.add("released " + quarantine.symbolicName() + " by " + actor);
            }
        });
        container = new Container(folder.resolve("cache"));
        guard = guard();
    }

    private Guard guard() {
        return new Guard(container.context(), TestLimits.quick(), notices, folder.resolve("guard"), Clock.systemUTC());
    }

    @AfterEach
    void stop() throws BundleException {
        System.clearProperty(HANG);
        guard.close();
        container.close();
    }

    private Bundle partner(Class<? extends org.osgi.framework.BundleActivator> activator)
            throws BundleException, IOException {
        return container.install("file:deploy/partner.jar", "de.example.partner", activator);
    }

    private void strike(Bundle bundle, int times, Throwable cause) {
        for (int i = 0; i < times; i++) {
            guard.strike(bundle.getBundleId(), Kind.THREW, "page /partner", cause);
        }
    }

    private static boolean isStarted(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    @Test
    void whoThrowsTooOftenIsStoppedForGoodAndTheReasonIsThere() throws Exception {
        var partner = partner(Quiet.class);
        partner.start();
        strike(partner, 2, new IllegalStateException("a bug"));
        eventually("two strikes", () -> guard.accounts().get(0).strikes() == 2);
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);

        strike(partner, 1, new IllegalStateException("a bug"));

        eventually("the quarantine", () -> heard.contains("quarantined de.example.partner THREW"));
        assertThat(partner.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(isStarted(partner)).isFalse();
        assertThat(guard.quarantined()).singleElement().satisfies(one -> {
            assertThat(one.english()).contains("de.example.partner", "3 times", "page /partner", "a bug", "vendor");
            assertThat(one.german()).contains("de.example.partner", "3-mal", "/partner", "a bug", "Anbieter");
        });
        assertThat(audit.actions()).containsExactly("module.quarantined");
        assertThat(new GuardHealth(guard).execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    @Test
    void oneClickStartsItAgain() throws Exception {
        var partner = quarantined();

        guard.release(partner.getBundleId(), "it");

        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(guard.quarantined()).isEmpty();
        assertThat(guard.accounts()).isEmpty();
        eventually("the notice", () -> heard.contains("released de.example.partner by it"));
        assertThat(folder.resolve("guard")).isEmptyDirectory();
        assertThat(audit.actions()).contains("module.released");
    }

    private Bundle quarantined() throws Exception {
        var partner = partner(Quiet.class);
        partner.start();
        strike(partner, 3, new IllegalStateException("a bug"));
        eventually("the quarantine", () -> heard.contains("quarantined de.example.partner THREW"));
        return partner;
    }

    /** Else the harm would be back after every restart of the platform. */
    @Test
    void aRestartDoesNotBringItBackEvenIfTheFrameworkForgotThatItWasStopped() throws Exception {
        var partner = quarantined();
        guard.close();
        partner.start();

        guard = guard();

        eventually("the stop", () -> partner.getState() == Bundle.RESOLVED && !isStarted(partner));
        assertThat(guard.quarantined()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.THREW);
            assertThat(one.english()).contains("a bug");
        });
    }

    @Test
    void aNewVersionGetsANewChance() throws Exception {
        var partner = quarantined();

        partner.update(Container.jar("de.example.partner", "1.0.1", Quiet.class));

        eventually("the release", () -> heard.contains("released de.example.partner by platform"));
        assertThat(guard.quarantined()).isEmpty();
    }

    /** An operator who starts it in the shell has decided. */
    @Test
    void startingItByOtherMeansEndsTheQuarantine() throws Exception {
        var partner = quarantined();

        partner.start();

        eventually("the release", () -> guard.quarantined().isEmpty());
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void thePlatformItselfIsOnlyReported() throws Exception {
        var platform = container.install("mvn:de.einsnull/core", "de.einsnull.core", Quiet.class);
        platform.start();

        strike(platform, 5, new IllegalStateException("a bug"));

        eventually("five strikes", () -> guard.accounts().get(0).strikes() == 5);
        assertThat(platform.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(guard.quarantined()).isEmpty();
        assertThat(new GuardHealth(guard).execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    /** While the database is away all modules fail; stopping them would make a disaster of it. */
    @Test
    void whatFailsBecauseOfOthersIsCountedButNotStopped() throws Exception {
        var partner = partner(Quiet.class);
        partner.start();

        strike(partner, 10, new IllegalStateException(new SQLException("connection refused")));
        strike(partner, 10, new UncheckedIOException(new IOException("connection refused")));

        eventually("the count", () -> metrics.counted("guard.strikes bundle de.example.partner kind threw") == 20);
        assertThat(guard.accounts()).isEmpty();
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** A start that never returns would otherwise keep the installer, or the whole boot, for ever. */
    @Test
    void aStartThatHangsGivesItsCallerBack() throws Exception {
        var partner = partner(NeverStarts.class);

        assertThatThrownBy(partner::start).isInstanceOf(BundleException.class);

        eventually("the quarantine", () -> heard.contains("quarantined de.example.partner HUNG_AT_START"));
        assertThat(partner.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(isStarted(partner)).isFalse();
    }

    @Test
    void oneThatNeverStopsBlocksNobodyAndSaysThatOnlyARestartHelps() throws Exception {
        System.setProperty(HANG, "true");
        var partner = partner(NeverStops.class);
        partner.start();

        strike(partner, 3, new IllegalStateException("a bug"));

        eventually("the quarantine", () -> heard.contains("quarantined de.example.partner THREW"));
        assertThat(guard.quarantined()).singleElement().satisfies(one -> {
            assertThat(one.stopped()).isFalse();
            assertThat(one.german()).contains("Neustart der Plattform");
        });
        assertThat(isStarted(partner)).isFalse();
        assertThatThrownBy(() -> guard.release(partner.getBundleId(), "it")).hasMessageContaining("restart");
        System.clearProperty(HANG);
        eventually("its end", () -> partner.getState() == Bundle.RESOLVED);
    }

    @Test
    void aThreadThatLoopsIsNoticedAndEnded() throws Exception {
        var partner = partner(Loops.class);
        partner.start();

        eventually("a strike", () -> guard.accounts().stream().anyMatch(one -> one.kind() == Kind.LOOPED));
        assertThat(metrics.counted("guard.cpu.seconds bundle de.example.partner"))
                .isPositive();
        strike(partner, 3, new IllegalStateException("a bug"));

        eventually("the end of the loop", () -> !isAlive("hostile-loop"));
    }

    @Test
    void threadsLeftBehindAreReportedByName() throws Exception {
        var partner = partner(Leaks.class);
        partner.start();

        partner.stop();

        eventually("the quarantine", () -> heard.contains("quarantined de.example.partner LEAKED_THREADS"));
        assertThat(guard.quarantined().get(0).where()).contains("hostile-leak");
    }

    private static boolean isAlive(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread));
    }
}
