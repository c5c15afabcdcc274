package de.einsnull.sensors.core.host;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.einsnull.sensors.api.DriverState;
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
}
