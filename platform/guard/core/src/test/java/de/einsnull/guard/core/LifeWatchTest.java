package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.core.hostile.Quiet;
import de.einsnull.testkit.MovableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;

/** A start or stop that takes too long is interrupted once, in the thread that does it, and one that is well never is. */
@Timeout(30)
class LifeWatchTest implements LifeWatch.Listener {

    @TempDir
    Path folder;

    private final MovableClock clock = MovableClock.at("2026-11-24T12:00:00Z");
    private final List<String> heard = new ArrayList<>();
    private final LifeWatch watch = new LifeWatch(clock, id -> id != 2, this);
    private Container container;
    private Bundle bundle;

    @BeforeEach
    void start() throws Exception {
        container = new Container(folder);
        bundle = container.install("file:a.jar", "de.example", Quiet.class);
    }

    @AfterEach
    void stop() throws BundleException {
        var ignored = Thread.interrupted();
        container.close();
    }

    @Override
    public void started(Bundle one, Instant begun) {
        heard.add("started " + begun);
    }

    @Override
    public void stopping(Bundle one) {
        heard.add("stopping");
    }

    @Override
    public void stopped(Bundle one) {
        heard.add("stopped");
    }

    @Override
    public void replaced(Bundle one) {
        heard.add("replaced");
    }

    @Override
    public void hung(Bundle one, boolean starting) {
        heard.add("hung " + starting);
    }

    private void event(int type) {
        watch.bundleChanged(new BundleEvent(type, bundle));
    }

    private void pass(Duration time) {
        clock.advance(time);
        watch.look(TestLimits.quick());
    }

    @Test
    void aStartThatTakesTooLongIsInterruptedOnce() {
        event(BundleEvent.STARTING);
        pass(Duration.ofMillis(200));
        assertThat(heard).isEmpty();
        pass(Duration.ofMillis(200));
        assertThat(Thread.interrupted()).isTrue();
        pass(Duration.ofSeconds(10));
        assertThat(heard).containsExactly("hung true");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aStopThatTakesTooLongIsTold() {
        event(BundleEvent.STOPPING);
        pass(Duration.ofSeconds(1));
        assertThat(heard).containsExactly("stopping", "hung false");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** An interrupt after the end would hit whatever the thread does next. */
    @Test
    void whatHasEndedIsLeftAlone() {
        event(BundleEvent.STARTING);
        var begun = clock.instant();
        clock.advance(Duration.ofMillis(100));
        event(BundleEvent.STARTED);
        event(BundleEvent.STOPPING);
        event(BundleEvent.STOPPED);
        pass(Duration.ofHours(1));
        assertThat(heard).containsExactly("started " + begun, "stopping", "stopped");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aStartThatFailsEndsWithItsStop() {
        event(BundleEvent.STARTING);
        event(BundleEvent.STOPPING);
        event(BundleEvent.STOPPED);
        pass(Duration.ofHours(1));
        assertThat(heard).containsExactly("stopping", "stopped");
    }

    @Test
    void otherCodeIsToldAndWhatDoesNotRunIsNot() {
        event(BundleEvent.INSTALLED);
        event(BundleEvent.RESOLVED);
        event(BundleEvent.UPDATED);
        event(BundleEvent.UNINSTALLED);
        assertThat(heard).containsExactly("replaced", "replaced");
    }

    @Test
    void thePlatformsOwnBundlesAreNeverInterrupted() throws Exception {
        bundle = container.install("mvn:platform", "de.einsnull.platform", Quiet.class);
        assertThat(bundle.getBundleId()).isEqualTo(2);
        event(BundleEvent.STARTING);
        pass(Duration.ofHours(1));
        assertThat(heard).isEmpty();
        assertThat(Thread.interrupted()).isFalse();
    }
}
