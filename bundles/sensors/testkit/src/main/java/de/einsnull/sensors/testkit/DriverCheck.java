package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.testkit.FakeDevice.Behaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks that a driver keeps its side of the contract with the host. Each check is a mistake that drivers of other platforms
 * made; its text tells the story. What the host sees to by itself, no driver need be tested for.
 */
public final class DriverCheck {

    private static final int CYCLES = 1_000;
    private static final int MOST_THREADS = 5;

    private final Supplier<? extends SensorDriver> drivers;
    private final List<RawMessage> messages = new ArrayList<>();
    private RecordingDriverContext.Decoder decoder = frame -> List.of();
    private FakeDevice device;

    /**
     * A check.
     *
     * @param drivers gives a new driver with settings that work, as the component runtime does after every change
     */
    public DriverCheck(Supplier<? extends SensorDriver> drivers) {
        this.drivers = drivers;
    }

    /**
     * Gives the driver messages to read, for one that listens.
     *
     * @param good one or more that lead to readings
     * @return this check
     */
    public DriverCheck messages(RawMessage... good) {
        messages.addAll(List.of(good));
        return this;
    }

    /**
     * Stands for the codecs of the devices.
     *
     * @param next decodes what the driver hands over
     * @return this check
     */
    public DriverCheck decodeWith(RecordingDriverContext.Decoder next) {
        decoder = next;
        return this;
    }

    /**
     * Stands for what the driver connects to.
     *
     * @param next behaves normally now
     * @return this check
     */
    public DriverCheck device(FakeDevice next) {
        device = next;
        return this;
    }

    /**
     * Runs all checks that apply: those of messages if there are any, those of a device if there is one.
     *
     * @throws AssertionError if one fails
     */
    public void all() {
        describesItself();
        worksAgainAfterItWasClosed();
        canBeClosedAlthoughItIsNotOpen();
        givesEverythingBack();
        if (!messages.isEmpty()) {
            var check = new MessageCheck(drivers, messages, this::context);
            check.saysTheSameWhenAMessageComesAgain();
            check.losesNothingWhileThePlatformIsBusy();
            check.survivesAnyMessage();
        }
        if (device != null) {
            endsAlthoughTheDeviceIsSilent();
            saysThatTheDeviceIsAwayAndWorksAgainWhenItIsBack();
        }
    }

    /**
     * It has a name, and channels that are declared once, before it is opened: the host asks early.
     *
     * @throws AssertionError if not
     */
    public void describesItself() {
        var description = drivers.get().describe();
        assertThat(description.name()).as("name of the driver").isNotBlank();
        assertThat(description.channels())
                .as("channels of the driver")
                .extracting(Channel::id)
                .doesNotHaveDuplicates();
        if (drivers.get() instanceof Polled polled) {
            assertThat(polled.interval().toMillis()).as("interval in ms").isPositive();
        }
    }

    /**
     * OpenEMS 3875: after the second disable and enable the tasks were dead, without an error.
     *
     * @throws AssertionError if it says less when it is opened a second time
     */
    public void worksAgainAfterItWasClosed() {
        var driver = drivers.get();
        int first = use(driver);
        assertThat(first).as("reports at first").isPositive();
        assertThat(use(driver))
                .as("reports after it was closed and opened again")
                .isPositive();
    }

    /**
     * The host closes a driver whose opening failed, and the rest of it must not be worse than the failure.
     *
     * @throws AssertionError if closing throws
     */
    public void canBeClosedAlthoughItIsNotOpen() {
        var driver = drivers.get();
        assertThat(HostLane.thrownBy(() -> driver.close(CloseReason.FAILED)))
                .as("thrown by close of a driver that is not open")
                .isNull();
    }

    /**
     * A driver that is changed often must not fill the machine: opened and closed 1,000 times, it leaves no threads.
     *
     * @throws AssertionError if it does
     */
    public void givesEverythingBack() {
        var threads = new Threads();
        for (int i = 0; i < CYCLES; i++) {
            var driver = drivers.get();
            good(HostLane.thrownBy(() -> driver.open(context())), "open");
            good(HostLane.thrownBy(() -> driver.close(CloseReason.STOPPED)), "close");
        }
        assertThat(threads.leftAfter(HostLane.PATIENCE, MOST_THREADS))
                .as("threads that are left after " + CYCLES + " times open and close")
                .hasSizeLessThanOrEqualTo(MOST_THREADS);
    }

    /**
     * Kura 1887, 2391: connecting and asking had no time limit, so a silent firewall blocked driver and host.
     *
     * @throws AssertionError if a call neither ends by itself within seconds nor when it is interrupted
     */
    public void endsAlthoughTheDeviceIsSilent() {
        device.behave(Behaviour.SILENT);
        try {
            var driver = drivers.get();
            HostLane.thrownBy(() -> {
                driver.open(context());
                poll(driver);
            });
            HostLane.thrownBy(() -> driver.close(CloseReason.FAILED));
        } finally {
            device.behave(Behaviour.NORMAL);
        }
    }

    /**
     * Kura 2241: a driver did not connect again. It says with a {@link DriverException} that the device is away or talks
     * nonsense, and has readings when it was opened again.
     *
     * @throws AssertionError if not
     */
    public void saysThatTheDeviceIsAwayAndWorksAgainWhenItIsBack() {
        var driver = drivers.get();
        for (var bad : List.of(Behaviour.AWAY, Behaviour.NONSENSE)) {
            device.behave(bad);
            var thrown = HostLane.thrownBy(() -> {
                driver.open(context());
                poll(driver);
            });
            device.behave(Behaviour.NORMAL);
            HostLane.thrownBy(() -> driver.close(CloseReason.FAILED));
            assertThat(thrown).as("thrown when the device is " + bad).isInstanceOf(DriverException.class);
            assertThat(thrown.getMessage()).as("what the operator reads").isNotBlank();
        }
        assertThat(use(driver)).as("reports when the device is back").isPositive();
    }

    private int use(SensorDriver driver) {
        var context = context();
        good(HostLane.thrownBy(() -> driver.open(context)), "open");
        good(HostLane.thrownBy(() -> poll(driver)), "poll");
        for (RawMessage message : messages) {
            good(HostLane.thrownBy(() -> ((Listening) driver).receive(message)), "receive");
        }
        good(HostLane.thrownBy(() -> driver.close(CloseReason.STOPPED)), "close");
        return context.emitted().stream()
                .map(Report::readings)
                .mapToInt(List::size)
                .sum();
    }

    private static void poll(SensorDriver driver) throws DriverException {
        if (driver instanceof Polled polled) {
            polled.poll();
        }
    }

    private static void good(Throwable thrown, String call) {
        if (thrown != null) {
            fail("The driver threw in " + call + " although nothing is wrong", thrown);
        }
    }

    private RecordingDriverContext context() {
        var context = new RecordingDriverContext("under-test");
        context.decodeWith(decoder);
        return context;
    }
}
