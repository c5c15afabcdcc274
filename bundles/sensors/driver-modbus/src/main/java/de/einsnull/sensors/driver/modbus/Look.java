package de.einsnull.sensors.driver.modbus;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.api.driver.Reading;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One round over all devices: a device that is silent or refuses costs its own values only. For one thread. */
final class Look {

    /** Before the host's patience ends. */
    private static final Duration LONGEST = Duration.ofSeconds(Limits.POLL_SECONDS * 3 / 4);

    private final Plan plan;
    private final Settings settings;
    private final long deadline = System.nanoTime() + LONGEST.toNanos();
    private int seen;
    private int implausible;
    private int refused;
    private DriverException trouble;

    Look(Plan plan, Settings settings) {
        this.plan = plan;
        this.settings = settings;
    }

    boolean isEmpty() {
        return seen == 0;
    }

    int implausible() {
        return implausible;
    }

    int refused() {
        return refused;
    }

    /** What went wrong first. */
    Optional<DriverException> trouble() {
        return Optional.ofNullable(trouble);
    }

    List<Reading> at(Unit unit, Instant now) {
        var readings = new ArrayList<Reading>();
        ask(unit, plan.blocks(), data -> {
            for (Register register : data.block().registers()) {
                register.reading(data, now).ifPresentOrElse(readings::add, () -> implausible++);
            }
        });
        seen += readings.size();
        return readings;
    }

    boolean answers(Unit unit) {
        int before = seen;
        ask(unit, plan.blocks().subList(0, 1), data -> seen++);
        return seen > before;
    }

    private interface Use {
        void with(Block.Data data);
    }

    private void ask(Unit unit, List<Block> blocks, Use use) {
        if (System.nanoTime() - deadline > 0) {
            note(DriverCause.COMMUNICATION, "Not all devices could be asked in time", null);
            return;
        }
        try (var connection = ModbusDriver.connect(settings)) {
            for (Block block : blocks) {
                try {
                    use.with(connection.read(unit.number(), block));
                } catch (Refused e) {
                    refused++;
                    note(DriverCause.PROTOCOL, unit.device() + " refuses " + block + ": " + e.getMessage(), e);
                }
            }
        } catch (ProtocolException e) {
            note(DriverCause.PROTOCOL, unit.device() + ": " + e.getMessage(), e);
        } catch (EOFException e) {
            note(DriverCause.COMMUNICATION, unit.device() + " ended the connection", e);
        } catch (IOException | IllegalArgumentException e) {
            note(DriverCause.COMMUNICATION, unit.device() + " cannot be reached: " + e.getMessage(), e);
        }
    }

    private void note(DriverCause cause, String what, Exception why) {
        if (trouble == null) {
            trouble = new DriverException(cause, what, why);
        }
    }
}
