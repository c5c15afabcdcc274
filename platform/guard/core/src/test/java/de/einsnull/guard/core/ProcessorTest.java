package de.einsnull.guard.core;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The right module is blamed for the processor it keeps, and one that merely works is not. */
@Timeout(60)
class ProcessorTest implements Processor.Listener {

    private static final Duration LIMIT = Duration.ofMillis(300);

    private final URLClassLoader loader = new URLClassLoader(new URL[0]);
    private final BundleCode module = new BundleCode(7, "de.example", loader, Set.of());
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> looped = new ArrayList<>();
    private final Processor processor = new Processor();
    private double used;

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        loader.close();
    }

    @Override
    public void used(BundleCode code, double seconds) {
        used += seconds;
    }

    @Override
    public void looped(BundleCode code, String thread) {
        looped.add(code.name() + " " + thread);
    }

    private Thread begin(String name, ClassLoader owner, Runnable work) {
        var thread = new Thread(work, name);
        thread.setContextClassLoader(owner);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void spin() {
        while (end.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void look(BundleCode... codes) {
        processor.look(List.of(codes), LIMIT, this);
    }

    @Test
    void aThreadThatIsAlwaysBusyIsALoopOfItsModule() {
        begin("spinning", loader, this::spin);
        eventually("the loop", () -> {
            look(module);
            return !looped.isEmpty();
        });
        assertThat(looped).contains("de.example spinning");
        assertThat(used).isPositive();
    }

    /** Else a module with a thread that waits for work would be stopped for nothing. */
    @Test
    void aThreadThatWaitsUsesNothing() {
        var waiting = begin("waiting", loader, () -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        // Until it waits it works: it has to begin.
        eventually("it waits", () -> waiting.getState() == Thread.State.WAITING);
        begin("somebody-else", getClass().getClassLoader(), this::spin);
        long until = System.nanoTime() + 2 * LIMIT.toNanos();
        while (System.nanoTime() < until) {
            look(module);
        }
        assertThat(looped).isEmpty();
        assertThat(used).isZero();
    }

    /** A thread of the server's pool that runs a module's code is the module's meanwhile. */
    @Test
    void codeOnTheStackTellsWhoseWorkItIs() {
        var byPackage =
                new BundleCode(8, "de.example.stack", loader, Set.of(getClass().getPackageName()));
        begin("pool-thread", null, this::spin);
        eventually("the use", () -> {
            look(byPackage);
            return used > 0;
        });
    }

    @Test
    void whoLoopsOnIsToldOfAgainAndAgain() {
        begin("spinning", loader, this::spin);
        eventually("the second time", () -> {
            look(module);
            return looped.size() >= 2;
        });
    }
}
