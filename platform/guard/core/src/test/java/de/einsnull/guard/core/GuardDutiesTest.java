package de.einsnull.guard.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.guard.core.hostile.LeavesTimer;
import de.einsnull.guard.core.hostile.NeverStarts;
import de.einsnull.guard.core.hostile.Quiet;
import de.einsnull.testkit.FakeMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What the guard does beside stopping: it forgives, it obeys city IT, and it never stops the wrong one. */
@Timeout(60)
class GuardDutiesTest {

    @TempDir
    Path folder;

    private final Notices notices = new Notices();
    private final FakeMetrics metrics = new FakeMetrics();
    private Container container;
    private Guard guard;

    @BeforeEach
    void start() throws BundleException {
        notices.metrics = metrics;
        container = new Container(folder.resolve("cache"));
    }

    @AfterEach
    void stop() throws BundleException {
        guard.close();
        container.close();
    }

    private void guard(Map<Kind, Integer> strikes) {
        guard = new Guard(
                container.context(), TestLimits.quick(strikes), notices, folder.resolve("guard"), Clock.systemUTC());
    }

    private Bundle partner(String name) throws Exception {
        var partner = container.install("file:deploy/" + name, "de.example." + name, Quiet.class);
        partner.start();
        return partner;
    }

    private void strike(Bundle bundle, Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            guard.strike(bundle.getBundleId(), kind, "page /" + i, new IllegalStateException("a bug"));
        }
    }

    /** City IT that has switched a kind off wants it counted and nothing more. */
    @Test
    void aKindWithoutALimitStopsNobody() throws Exception {
        guard(Map.of(Kind.THREW, 0));
        var partner = partner("a");
        strike(partner, Kind.THREW, 200);
        eventually("the count", () -> metrics.counted("guard.strikes bundle de.example.a kind threw") == 200);
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(guard.accounts()).singleElement().satisfies(account -> {
            assertThat(account.limit()).isZero();
            assertThat(account.strikes()).isEqualTo(200);
        });
        assertThat(new GuardHealth(guard).execute().getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void theHarmOfOneIsNotCountedForAnother() throws Exception {
        guard(Map.of(Kind.THREW, 3));
        var bad = partner("bad");
        var good = partner("good");
        strike(good, Kind.THREW, 2);
        strike(bad, Kind.THREW, 3);
        eventually("the stop", () -> bad.getState() == Bundle.RESOLVED);
        assertThat(good.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(guard.quarantine(bad.getBundleId())).isPresent();
        assertThat(guard.quarantine(good.getBundleId())).isEmpty();
    }

    @Test
    void differentKindsDoNotAddUp() throws Exception {
        guard(Map.of(Kind.THREW, 3, Kind.TOO_LARGE, 3));
        var partner = partner("a");
        strike(partner, Kind.THREW, 2);
        strike(partner, Kind.TOO_LARGE, 2);
        eventually(
                "four strikes",
                () -> guard.accounts().stream()
                                .mapToInt(ModuleGuard.Account::strikes)
                                .sum()
                        == 4);
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(guard.accounts()).extracting(ModuleGuard.Account::where).containsOnly("page /1");
    }

    /** A host may report one that has just been removed. */
    @Test
    void whoIsNotThereIsIgnored() throws Exception {
        guard(Map.of(Kind.THREW, 1));
        var partner = partner("a");
        long id = partner.getBundleId();
        partner.uninstall();
        guard.strike(id, Kind.THREW, "page /a", null);
        guard.strike(-1, Kind.THREW, "page /b", null);
        var other = partner("b");
        strike(other, Kind.THREW, 1);
        eventually("the next report", () -> other.getState() == Bundle.RESOLVED);
        assertThat(guard.quarantined()).hasSize(1);
        assertThat(guard.isPlatform(id)).isFalse();
        assertThatThrownBy(() -> guard.release(id, "ada")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aStartOfOneThatIsNotInQuarantineIsJustAStart() throws Exception {
        guard(Map.of());
        var partner = partner("a");
        partner.stop();
        guard.release(partner.getBundleId(), "ada");
        assertThat(partner.getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** Whoever releases it waits for it, and must not wait for ever. */
    @Test
    void aReleaseOfOneThatHangsEndsAndItIsInQuarantineAgain() throws Exception {
        guard(Map.of(Kind.HUNG_AT_START, 1));
        var partner = container.install("file:deploy/hangs", "de.example.hangs", NeverStarts.class);
        assertThatThrownBy(() -> guard.release(partner.getBundleId(), "ada")).isInstanceOf(BundleException.class);
        eventually("the quarantine", () -> guard.quarantine(partner.getBundleId())
                .filter(one -> one.kind() == Kind.HUNG_AT_START)
                .isPresent());
        assertThat(partner.getState()).isEqualTo(Bundle.RESOLVED);
    }

    /** A module that reports harm faster than anybody can count must not fill the memory with reports. */
    @Test
    void aFloodOfReportsIsTakenWithoutWaiting() throws Exception {
        guard(Map.of(Kind.THREW, 5));
        var partner = partner("a");
        assertThatCode(() -> strike(partner, Kind.THREW, 100_000)).doesNotThrowAnyException();
        eventually("the stop", () -> partner.getState() == Bundle.RESOLVED);
        assertThat(guard.quarantined()).hasSize(1);
    }

    @Test
    void aTimerLeftBehindIsToldByName() throws Exception {
        guard(Map.of(Kind.LEAKED_THREADS, 1));
        var partner = container.install("file:deploy/timer", "de.example.timer", LeavesTimer.class);
        container.resolve(partner);
        guard.release(partner.getBundleId(), "ada");
        partner.stop();
        eventually(
                "the quarantine", () -> guard.quarantine(partner.getBundleId()).isPresent());
        assertThat(guard.quarantined().get(0).where()).isEqualTo("1 threads, among them hostile-timer");
        assertThat(guard.quarantined().get(0).german()).contains("nach dem Anhalten weitergearbeitet");
    }

    @Test
    void whoComesFirstIsShownLast() throws Exception {
        guard(Map.of(Kind.THREW, 1));
        var first = partner("first");
        strike(first, Kind.THREW, 1);
        eventually("the first", () -> guard.quarantined().size() == 1);
        var second = partner("second");
        strike(second, Kind.THREW, 1);
        eventually("the second", () -> guard.quarantined().size() == 2);
        assertThat(guard.quarantined())
                .extracting(one -> one.symbolicName())
                .containsExactly("de.example.second", "de.example.first");
        assertThat(new GuardHealth(guard).execute().toString()).contains("de.example.first", "de.example.second");
    }
}
