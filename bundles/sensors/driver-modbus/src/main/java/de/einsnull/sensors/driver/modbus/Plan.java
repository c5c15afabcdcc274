package de.einsnull.sensors.driver.modbus;

import de.einsnull.sensors.api.Channel;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of whom.
 *
 * @param units devices behind the address
 * @param registers what each of them has
 * @param blocks how it is asked for
 */
record Plan(List<Unit> units, List<Register> registers, List<Block> blocks) {

    /** Most devices of an instance. */
    static final int UNITS = 64;

    /** Most registers of a device. */
    static final int REGISTERS = 200;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException with a sentence for city IT
     */
    static Plan of(String[] devices, String[] registers) {
        var units = split(devices).stream().map(Unit::parse).toList();
        var all = split(registers).stream().map(Register::parse).toList();
        if (units.isEmpty() || units.size() > UNITS) {
            throw new IllegalArgumentException("1 to " + UNITS + " devices must be configured");
        }
        if (all.isEmpty() || all.size() > REGISTERS) {
            throw new IllegalArgumentException("1 to " + REGISTERS + " registers must be configured");
        }
        if (all.stream().map(r -> r.channel().id()).distinct().count() < all.size()
                || units.stream().map(Unit::device).distinct().count() < units.size()) {
            throw new IllegalArgumentException("A channel or device is configured twice");
        }
        return new Plan(units, all, Block.of(all));
    }

    /** A file with the ending {@code cfg} has one text for each setting, however many values it means. */
    private static List<String> split(String[] values) {
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split("[;\n]+")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    List<Channel> channels() {
        return registers.stream().map(Register::channel).toList();
    }
}
