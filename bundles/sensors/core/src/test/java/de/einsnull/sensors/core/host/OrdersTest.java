package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.api.driver.CommandResult.Outcome;
import de.einsnull.sensors.api.driver.CommandType;
import de.einsnull.sensors.core.TestDatabase.Kind;
import de.einsnull.sensors.core.TestPlatform;
import de.einsnull.testkit.RecordedAudit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without these a barrier could open without anybody knowing who wanted it. */
@Timeout(60)
class OrdersTest {

    private final TestPlatform test = new TestPlatform(Kind.H2);
    private final CountedDriver driver = new CountedDriver("a");
    private final RecordedAudit audit = new RecordedAudit();
    private final Orders orders = new Orders(test.host.host(), test.registry, audit);
    private long device;

    @BeforeEach
    void open() {
        device = test.registry.register(TestPlatform.registration("a", "d", "")).id();
        test.host.bind("a", driver);
        eventually("online", () -> test.host.is("a", DriverState.ONLINE));
    }

    @AfterEach
    void close() {
        driver.whileExecuting.countDown();
        test.close();
    }

    @Test
    void aDeviceIsToldAndWhoSaidSoIsKept() {
        assertThat(orders.commands(device)).extracting(CommandType::name).containsExactly("set-interval", "beep");

        var result = orders.execute(device, "set-interval", Map.of("minutes", Value.of(10)), "ada");

        assertThat(result.outcome()).isEqualTo(Outcome.SENT);
        assertThat(driver.command.device()).isEqualTo("d");
        assertThat(driver.command.id()).isNotBlank();
        assertThat(audit.lines()).containsExactly("ada device.commanded a/d/set-interval SENT true");
    }

    @Test
    void whatTheDeviceRefusesOrCannotHearIsSaidWithTheReason() {
        var refused = orders.execute(device, "set-interval", Map.of("minutes", Value.of(0)), "ada");
        assertThat(refused.detail()).isEqualTo("at least one minute");
        var away = orders.execute(device, "beep", Map.of(), "ada");
        assertThat(away.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(away.detail()).isEqualTo("out of reach");
        assertThat(audit.lines()).allSatisfy(line -> assertThat(line).endsWith("false"));
    }

    @Test
    void whatTheDeviceDoesNotUnderstandIsNotSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.execute(device, "explode", Map.of(), "ada"))
                .withMessageContaining("explode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.execute(device, "set-interval", Map.of("minutes", Value.of("ten")), "ada"))
                .withMessageContaining("NUMBER");
        assertThatIllegalArgumentException().isThrownBy(() -> orders.execute(99_999, "beep", Map.of(), "ada"));
        assertThat(driver.command).isNull();
    }

    @Test
    void aDriverThatHangsOrIsGoneTakesNoCommand() {
        driver.whileExecuting = new CountDownLatch(1);
        var late = orders.execute(device, "set-interval", Map.of("minutes", Value.of(1)), "ada");
        assertThat(late.outcome()).isEqualTo(Outcome.TIMEOUT);
        eventually("offline", () -> test.host.is("a", DriverState.OFFLINE));

        var gone = orders.execute(device, "set-interval", Map.of("minutes", Value.of(1)), "ada");

        assertThat(gone.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(orders.commands(99_999)).isEmpty();
        assertThat(audit.actions()).containsExactly("device.commanded", "device.commanded");
    }

    /** Without it nobody could say on the next morning who watered the market square. */
    @Test
    void whoGaveWhatAndWhatBecameOfItIsKept() {
        orders.execute(device, "set-interval", Map.of("minutes", Value.of(10)), "ada");
        orders.execute(device, "beep", Map.of(), "ben");

        assertThat(orders.history(device, 10))
                .extracting(o -> o.actor() + " " + o.command() + " " + o.parameters() + " "
                        + o.result().orElseThrow().outcome())
                .containsExactly("ben beep {} UNAVAILABLE", "ada set-interval {minutes=Quantity[number=10.0]} SENT");
        assertThat(orders.history(device, 1)).hasSize(1);
        assertThat(orders.history(99_999, 10)).isEmpty();
    }

    /** A page must not wait for a valve that takes its time. */
    @Test
    void whoDoesNotWaitSeesTheOrderUnderwayAndItsEndLater() {
        driver.whileExecuting = new CountDownLatch(1);
        var underway = orders.submit(device, "set-interval", Map.of("minutes", Value.of(1)), "ada");
        assertThat(underway).isNotDone();
        assertThat(orders.history(device, 1).get(0).result()).isEmpty();

        driver.whileExecuting.countDown();

        assertThat(underway.join().outcome()).isIn(Outcome.SENT, Outcome.TIMEOUT);
        assertThat(orders.history(device, 1).get(0).result()).isPresent();
    }

    /** What cannot be written down is not sent: nobody could be asked about it. */
    @Test
    void withoutTheDatabaseNothingIsSent() {
        test.database.setDown(true);
        assertThatThrownBy(() -> orders.execute(device, "set-interval", Map.of("minutes", Value.of(1)), "ada"))
                .isInstanceOf(SensorDataException.class);
        assertThat(driver.command).isNull();
        test.database.setDown(false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.execute(device, "set-interval", Map.of("minutes", Value.of(0.0 / 0)), "ada"))
                .withMessageContaining("finite");
    }

    @Test
    void ordersGoWithTheDevice() {
        orders.execute(device, "set-interval", Map.of("minutes", Value.of(10)), "ada");
        test.registry.remove(device);
        assertThat(orders.history(device, 10)).isEmpty();
    }
}
