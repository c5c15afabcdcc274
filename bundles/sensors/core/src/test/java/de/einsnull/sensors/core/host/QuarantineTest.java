package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.util.concurrent.CountDownLatch;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these a driver that is broken for good would go on eating threads and messages. */
@Timeout(120)
class QuarantineTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final CountedDriver driver = new CountedDriver("a");

    @AfterEach
    void close() {
        driver.whileReceiving.countDown();
        driver.whileOpening.countDown();
        test.close();
    }

    @Test
    void aDriverThatThrowsAtEveryMessageRestsUntilSomebodyStartsIt() throws Exception {
        open();
        driver.thrown = new IllegalStateException("broken");
        for (int i = 0; i < Offences.THROWS; i++) {
            test.bus.send("counted/a/x", "1");
        }
        eventually("quarantine", () -> test.host.status("a").cause() == DriverCause.QUARANTINE);
        assertThat(test.host.status("a").detail()).contains("20 messages in a row");
        int handled = driver.received.get();
        test.bus.send("counted/a/x", "1");
        assertThat(test.bus.isOpen("sensors.a")).isFalse();

        driver.thrown = null;
        test.host.instances().restart("a");

        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
        eventually("what waited was handled", () -> driver.received.get() == handled + 1);
        assertThat(test.ledger("a", Outcomes.DRIVER_FAILED)).isEqualTo(Offences.THROWS);
    }

    @Test
    void aDriverThatHangsAgainAndAgainRests() throws Exception {
        open();
        for (int i = 0; i < Offences.HANGS; i++) {
            eventually("online", () -> test.host.is("a", DriverState.ONLINE));
            driver.whileReceiving = new CountDownLatch(1);
            test.bus.send("counted/a/x", "1");
            int n = i;
            eventually("offline " + n, () -> test.host.is("a", DriverState.OFFLINE) && isTold(n));
            driver.whileReceiving.countDown();
        }
        eventually("quarantine", () -> test.host.status("a").cause() == DriverCause.QUARANTINE);
    }

    /** Until the offence is noted the call must go on hanging. */
    private boolean isTold(int before) {
        var cause = test.host.status("a").cause();
        return before + 1 < Offences.HANGS
                ? test.host.status("a").detail().contains("earlier call")
                : cause == DriverCause.QUARANTINE;
    }

    @Test
    void aHangingDriverIsReplacedByANewObjectWithOneClick() throws Exception {
        var fresh = new CountedDriver("a");
        test.host.bind("a", driver);
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
        test.host.surroundings.onRenew("driver~a", () -> {
            test.host.unbind("a", driver);
            test.host.bind("a", fresh);
        });
        driver.whileReceiving = new CountDownLatch(1);
        test.bus.send("counted/a/x", "1");
        eventually("offline", () -> test.host.is("a", DriverState.OFFLINE));

        test.host.instances().restart("a");

        eventually("the new one is open", () -> fresh.opened.get() == 1 && test.host.is("a", DriverState.ONLINE));
        assertThat(test.host.host().abandoned()).containsExactly("a");
        assertThat(driver.closed).as("not called while it hangs").hasValue(0);
        driver.whileReceiving.countDown();
        eventually("the thread ended", () -> test.host.host().abandoned().isEmpty());
    }

    @Test
    void theBundleOfADriverThatCannotOpenIsCriticalAtOnce() throws Exception {
        driver.whileOpening = new CountDownLatch(1);
        test.host.bind("a", driver);
        assertThat(test.host.surroundings.said(7, "Driver instance a")).isNotEqualTo(Result.Status.OK);
        eventually("critical", () -> test.host.surroundings.said(7, "Driver instance a") == Result.Status.CRITICAL);

        driver.whileOpening.countDown();
        eventually("well", () -> test.host.surroundings.said(7, "Driver instance a") == Result.Status.OK);
        test.host.unbind("a", driver);
        assertThat(test.host.surroundings.said(7, "Driver instance a")).isNull();
    }

    private void open() throws Exception {
        test.host.bind("a", driver);
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
    }
}
