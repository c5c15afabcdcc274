package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What went wrong with the drivers of other platforms, told in the words of their issues: it must not happen here. */
@Timeout(120)
class AnchorStoriesTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final List<PolledStation> stations = new ArrayList<>();

    @AfterEach
    void close() {
        stations.forEach(s -> s.dead = false);
        test.close();
    }

    /** openHAB 5575: the handler of a thing was initialised twice, and everything came double. */
    @Test
    void aDriverIsNeverOpenedTwiceHoweverOftenItIsStarted() throws Exception {
        var driver = new CountedDriver("a");
        test.host.bind("a", driver);
        for (int i = 0; i < 50; i++) {
            test.host.instances().restart("a");
        }

        eventually(
                "closed as often",
                () -> driver.opened.get() > 1
                        && driver.closed.get() == driver.opened.get() - 1
                        && test.host.is("a", DriverState.ONLINE));
        assertThat(driver.openAtOnce).hasValue(1);
    }

    /** openHAB 2454: dispose still ran in the background when initialize of the next configuration began. */
    @Test
    void theNextConfigurationIsNotOpenedBeforeTheLastOneIsClosed() throws Exception {
        var closing = new CountDownLatch(1);
        var first = new CountedDriver("a");
        first.whileClosing = closing;
        test.host.bind("a", first);
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
        var second = new CountedDriver("a");
        var change = new Thread(() -> {
            test.host.unbind("a", first);
            test.host.bind("a", second);
        });
        change.start();
        eventually("closing", () -> test.host.is("a", DriverState.CLOSING));
        assertThat(second.opened).hasValue(0);

        closing.countDown();

        change.join(TimeUnit.SECONDS.toMillis(30));
        eventually("the second is open", () -> second.opened.get() == 1);
        assertThat(first.closed).hasValue(1);
    }

    /** smarthome 2582, 2559, 2945, openHAB 3088, 3351: a thing stayed INITIALIZING for ever. */
    @Test
    void aDriverThatNeverFinishesOpeningIsSaidToBeOfflineAndCanBeStopped() throws Exception {
        var driver = new CountedDriver("a");
        driver.whileOpening = new CountDownLatch(1);
        test.host.bind("a", driver);

        eventually("offline", () -> test.host.is("a", DriverState.OFFLINE));
        assertThat(test.host.status("a").cause()).isEqualTo(DriverCause.TIMEOUT);
        driver.whileOpening.countDown();
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
    }

    /** Kura 2391: two assets on one timer shared a thread, and the timeout of one stalled the other for a minute. */
    @Test
    void aDeviceThatDoesNotAnswerDelaysNoOtherDevice() throws Exception {
        var dead = station("dead");
        var good = station("good");
        eventually("both are asked", () -> dead.polls.get() > 0 && good.polls.get() > 0);

        dead.dead = true;
        int before = good.polls.get();
        eventually("the dead one is noticed", () -> test.host.is("dead", DriverState.OFFLINE));

        // Noticing takes half a second, in which the good one is asked every ten milliseconds.
        assertThat(good.polls.get() - before).isGreaterThan(5);
        assertThat(test.host.is("good", DriverState.ONLINE)).isTrue();
    }

    /** Kura 2241: in listen mode a driver that lost its connection never connected again. */
    @Test
    void aDriverThatConnectsOnlyWhenItIsOpenedConnectsAgainByItself() throws Exception {
        var station = station("wx");
        eventually("asked", () -> station.polls.get() > 0);

        station.connectionBroken = true;

        eventually("opened again", () -> station.opened.get() > 1 && test.host.is("wx", DriverState.ONLINE));
    }

    /** Kura 1887: connecting had no time limit, so a gateway behind a silent firewall blocked the driver for ever. */
    @Test
    void connectingWithoutATimeLimitIsEndedByTheHost() throws Exception {
        var driver = new CountedDriver("a");
        try (var silent = new SilentServer()) {
            driver.connectTo = silent.port();
            test.host.bind("a", driver);

            eventually("offline", () -> test.host.is("a", DriverState.OFFLINE));
            driver.connectTo = 0;
        }
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
    }

    /** OpenEMS 6: one dead device blocked the bus of all. */
    @Test
    void oneDeadDeviceOfTwentyBlocksNobody() throws Exception {
        for (int i = 0; i < 20; i++) {
            station("s" + i);
        }
        stations.get(7).dead = true;
        eventually("noticed", () -> test.host.is("s7", DriverState.OFFLINE));
        var before = stations.stream().map(s -> s.polls.get()).toList();

        eventually("all others go on", () -> {
            for (int i = 0; i < 20; i++) {
                if (i != 7 && stations.get(i).polls.get() < before.get(i) + 3) {
                    return false;
                }
            }
            return true;
        });
    }

    /** OpenEMS 2569, 2615, 3099: a device slower than the fixed cycle made cycles overlap and pile up. */
    @Test
    void aDeviceSlowerThanItsIntervalIsAskedAgainOnlyWhenItHasAnswered() throws Exception {
        var station = station("slow");
        station.slow = Duration.ofMillis(40);

        eventually("asked often", () -> station.polls.get() > 5);

        assertThat(station.mostAtOnce).hasValue(1);
        assertThat(test.host.is("slow", DriverState.ONLINE)).isTrue();
    }

    /** OpenEMS 3875: after the second disable and enable in one process the tasks were dead, without an error. */
    @Test
    void afterManyTimesOffAndOnADriverStillWorks() throws Exception {
        for (int i = 0; i < 20; i++) {
            var station = station("s");
            eventually("asked", () -> station.polls.get() > 1);
            test.host.unbind("s", station);
            assertThat(station.closed).isTrue();
            assertThat(station.pollsAfterClose).hasValue(0);
        }
        assertThat(test.host.instances().instances()).isEmpty();
    }

    /** ThingsBoard 9625, 6576: 2,300 messages were sent and 337 stored, and nobody was told. */
    @Test
    void ofManyMessagesToASlowDriverEachIsStoredOrCounted() throws Exception {
        test.register("a", "d", "");
        test.host.bind("a", new ByteDriver("a"));
        eventually("open", () -> test.bus.isOpen("sensors.a"));
        test.database.setDown(true);
        for (int i = 0; i < 2_300; i++) {
            test.bus.send("test/a/d", i % 23 == 0 ? "not numbers" : i + " 1");
        }
        test.database.setDown(false);

        eventually("all accounted for", () -> test.ledger("a", Outcomes.STORED) == 2_200);
        eventually("bad ones too", () -> test.ledger("a", Outcomes.MALFORMED) == 100);
        assertThat(test.bus.list(Optional.of("sensors.a"), 1_000)).hasSize(100);
        assertThat(test.ledger("a", Outcomes.DUPLICATE)).isZero();
    }

    /** openHAB 3021, 5694, 2627: an updated jar was not picked up, or two were active and no one could tell which. */
    @Test
    void ofTwoJarsWithOneDriverOneWorksAndTheOtherTakesOverWhenItGoes() throws Exception {
        var old = new CountedDriver("a");
        var updated = new CountedDriver("a");
        test.host.bind("a", old);
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
        test.host.bind("a", updated);
        assertThat(test.host.host().contested()).containsExactly("a");
        assertThat(updated.opened).hasValue(0);

        test.host.unbind("a", old);

        eventually("the other works", () -> updated.opened.get() == 1 && test.host.is("a", DriverState.ONLINE));
        assertThat(test.host.host().contested()).isEmpty();
    }

    private PolledStation station(String instance) {
        var station = new PolledStation();
        stations.add(station);
        test.register(instance, "d", "");
        test.host.bind(instance, station);
        return station;
    }
}
