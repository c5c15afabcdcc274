package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these one driver that misbehaves would take others, or observations, with it. */
@Timeout(60)
class DriverHostTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void whatADriverEmitsIsStored() throws Exception {
        var driver = open("a");
        test.register("a", "d", "");

        test.bus.send("test/a/d", "1 21.5");
        test.bus.send("test/a/d", "1 21.5");
        test.bus.send("test/a/d", "nothing");

        eventually("stored", () -> test.ledger("a", Outcomes.STORED) == 1);
        eventually("doubled", () -> test.ledger("a", Outcomes.DUPLICATE) == 1);
        eventually("ignored", () -> test.ledger("a", Outcomes.IGNORED) == 1);
        assertThat(test.bus.count()).isZero();
        assertThat(test.host.status("a").driver()).isEqualTo("Test");
        assertThat(driver.opened).hasValue(1);
    }

    @Test
    void replacingADriverMidStreamLosesAndDoublesNothing() throws Exception {
        test.register("a", "d", "");
        var driver = open("a");
        var all = new ArrayList<ByteDriver>(List.of(driver));
        for (int i = 0; i < 1000; i++) {
            test.bus.send("test/a/d", i + " 1");
            if (i % 100 == 50) {
                test.host.unbind("a", driver);
                driver = new ByteDriver("a");
                all.add(driver);
                test.host.bind("a", driver);
            }
        }

        eventually("all stored", () -> test.ledger("a", Outcomes.STORED) == 1000);
        assertThat(test.ledger("a", Outcomes.DUPLICATE)).isZero();
        assertThat(test.bus.count()).isZero();
        assertThat(all).allSatisfy(d -> assertThat(d.overlapped).isFalse());
        assertThat(all.subList(0, 10))
                .allSatisfy(d -> assertThat(d.closed.get()).isEqualTo(d.opened.get()));
    }

    @Test
    void aDriverThatHangsHarmsOnlyItself() throws Exception {
        var hanging = open("hanging");
        test.register("hanging", "d", "");
        for (int i = 0; i < 20; i++) {
            open("good" + i);
            test.register("good" + i, "d", "");
        }
        test.bus.send("test/hanging/d", "hang");
        for (int i = 0; i < 20; i++) {
            test.bus.send("test/good" + i + "/d", "1 1");
        }

        eventually("others stored", () -> test.database.count("observation") == 20);
        eventually("said", () -> test.host.status("hanging").state() == DriverState.OFFLINE);
        assertThat(test.host.status("hanging").cause()).isEqualTo(DriverCause.TIMEOUT);
        test.bus.send("test/hanging/d", "5 5");

        hanging.stuck.set(false);

        eventually("open again", () -> test.host.is("hanging", DriverState.ONLINE));
        eventually("what waited is stored", () -> test.ledger("hanging", Outcomes.STORED) == 1);
        assertThat(test.bus.list(java.util.Optional.of("sensors.hanging"), 10))
                .singleElement()
                .satisfies(l -> assertThat(l.cause()).isEqualTo(Outcomes.DRIVER_TIMEOUT));
        assertThat(hanging.overlapped).isFalse();
        assertThat(hanging.closed).as("closed before it was opened again").hasValue(1);
    }

    @Test
    void aDriverThatCannotOpenIsOpenedAgainLater() throws Exception {
        var driver = new ByteDriver("a");
        driver.refuseToOpen = ByteDriver.away();
        test.host.bind("a", driver);
        eventually("offline", () -> test.host.is("a", DriverState.OFFLINE));
        assertThat(test.host.status("a").cause()).isEqualTo(DriverCause.COMMUNICATION);
        assertThat(test.host.status("a").detail()).isEqualTo("the gateway does not answer");

        driver.refuseToOpen = null;

        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
    }

    @Test
    void whatADriverCannotHandleNowComesAgain() throws Exception {
        var driver = open("a");
        test.register("a", "d", "");
        driver.refuseToReceive = ByteDriver.away();
        test.bus.send("test/a/d", "1 1");
        eventually("given up", () -> driver.closed.get() > 0);

        driver.refuseToReceive = null;

        eventually("stored", () -> test.ledger("a", Outcomes.STORED) == 1);
        assertThat(test.bus.count()).isZero();
    }

    @Test
    void anOperatorCanRestartAnInstance() throws Exception {
        var driver = open("a");

        assertThat(test.host.instances().restart("a")).isTrue();
        assertThat(test.host.instances().restart("unknown")).isFalse();

        eventually("opened twice", () -> driver.opened.get() == 2 && test.host.is("a", DriverState.ONLINE));
        assertThat(driver.closed).hasValue(1);
    }

    @Test
    void ofTwoInstancesWithOneNameTheFirstIsUsed() throws Exception {
        var first = open("a");
        var second = new ByteDriver("a");

        test.host.bind("a", second);
        test.host.unbind("a", second);

        assertThat(second.opened).hasValue(0);
        assertThat(test.host.is("a", DriverState.ONLINE)).isTrue();
        assertThat(first.closed).hasValue(0);
    }

    @Test
    void aDriverEmitsFromItsOwnThreadWhenTheBrokerIsThere() throws Exception {
        var driver = open("a");
        test.register("a", "d", "");
        var report = new Report("d", 1, Instant.now(), List.of(new Reading("n", 1, "1", ByteDriver.NOON)));

        test.bus.setDown(true);
        assertThat(driver.context().emit(report)).isInstanceOf(Emit.SlowDown.class);
        test.bus.setDown(false);
        assertThat(driver.context().emit(report)).isInstanceOf(Emit.Accepted.class);

        eventually("stored", () -> test.ledger("a", Outcomes.STORED) == 1);
        var stranger = new Report("x", 1, Instant.now(), report.readings());
        assertThat(driver.context().emit(stranger)).isInstanceOf(Emit.Rejected.class);
        assertThat(test.ledger("a", Outcomes.UNKNOWN_DEVICE)).isEqualTo(1);
    }

    @Test
    void aDriverSaysHowItIs() throws Exception {
        var driver = open("a");

        driver.context().status(DriverState.DEGRADED, DriverCause.SILENT, "two of three gateways are silent");

        assertThat(test.host.status("a").detail()).contains("gateways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver.context().status(DriverState.STOPPED, DriverCause.NONE, ""));
        driver.context().count("frames-lost", 3);
        assertThat(test.ledger("a", "frames-lost")).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> driver.context().count("Frames lost!", 1));
        driver.context().state().put("position", "7");
        assertThat(driver.context().state().get("position")).contains("7");
    }

    private ByteDriver open(String instance) throws Exception {
        var driver = new ByteDriver(instance);
        test.host.bind(instance, driver);
        eventually("open", () -> test.host.is(instance, DriverState.ONLINE));
        return driver;
    }
}
