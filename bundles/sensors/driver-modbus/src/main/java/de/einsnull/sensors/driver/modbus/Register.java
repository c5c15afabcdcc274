package de.einsnull.sensors.driver.modbus;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.Reading;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the settings:
 *
 * <pre>
 * active_power = input 52 float32, W
 * energy = holding 40 uint32 CDAB * 0.1, kWh, 0..
 * pump_runs = coil 3, boolean
 * door_open = holding 7 bit 4, boolean
 * </pre>
 *
 * @param channel what it measures
 * @param table where it stands
 * @param address of its first register or bit, from 0 as on the wire
 * @param type of a number
 * @param order of its bytes
 * @param bit which bit of a register, -1 if it is a number
 * @param factor numbers are multiplied by it
 * @param least numbers below are no measurements
 * @param most numbers above are no measurements
 */
record Register(
        Channel channel,
        Table table,
        int address,
        Type type,
        Order order,
        int bit,
        double factor,
        double least,
        double most) {

    private static final String NUMBER = "-?\\d{1,12}(?:\\.\\d{1,12})?";
    private static final Pattern LINE = Pattern.compile("\\s*(?<channel>[a-z0-9_]{1,64})\\s*="
            + "\\s*(?<table>coil|discrete|holding|input)\\s+(?<address>\\d{1,5})"
            + "(?:\\s+(?<type>u?int(?:16|32|64)|float(?:32|64)))?"
            + "(?:\\s+bit\\s+(?<bit>\\d{1,2}))?"
            + "(?:\\s+(?<order>ABCD|CDAB|BADC|DCBA))?"
            + "(?:\\s*\\*\\s*(?<factor>" + NUMBER + "))?"
            + "\\s*,\\s*(?<unit>[^,\\s]+)"
            + "(?:\\s*,\\s*(?<least>" + NUMBER + ")?\\.\\.(?<most>" + NUMBER + ")?)?"
            + "(?:\\s*,\\s*(?<property>[^,\\s]+))?\\s*");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if they do not go together
     */
    Register {
        boolean isFlag = channel.type() == ValueType.BOOLEAN;
        if (isFlag != (table.hasBits() || bit >= 0)) {
            throw new IllegalArgumentException("Channel " + channel.id() + ": bits are boolean, numbers have a unit");
        }
        if (bit > 15 || address + (table.hasBits() ? 1 : type.registers()) > 65_536) {
            throw new IllegalArgumentException("Channel " + channel.id() + ": no such register or bit");
        }
    }

    static Register parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "Expected 'channel = input|holding address type order * factor, unit', for example"
                            + " 'energy = holding 40 uint32 CDAB * 0.1, kWh': '" + line + "'");
        }
        String id = found.group("channel");
        String property = group(found, "property").orElseGet(() -> Channels.observedProperty(id));
        boolean isFlag = found.group("unit").equals("boolean");
        return new Register(
                isFlag ? Channel.flag(id, property) : Channel.number(id, found.group("unit"), property),
                Table.valueOf(found.group("table").toUpperCase(Locale.ROOT)),
                Integer.parseInt(found.group("address")),
                Type.valueOf(group(found, "type").orElse("uint16").toUpperCase(Locale.ROOT)),
                Order.valueOf(group(found, "order").orElse("ABCD")),
                group(found, "bit").map(Integer::parseInt).orElse(-1),
                number(found, "factor", 1),
                number(found, "least", Double.NEGATIVE_INFINITY),
                number(found, "most", Double.POSITIVE_INFINITY));
    }

    private static Optional<String> group(Matcher found, String name) {
        return Optional.ofNullable(found.group(name));
    }

    private static double number(Matcher found, String name, double otherwise) {
        return group(found, name).map(Double::parseDouble).orElse(otherwise);
    }

    /** Registers or bits that it takes. */
    int length() {
        return table.hasBits() || bit >= 0 ? 1 : type.registers();
    }

    /**
     * Reads the value.
     *
     * @param block what was read
     * @param at when
     * @return the reading, empty if the number is none or out of the range
     */
    Optional<Reading> reading(Block.Data block, Instant at) {
        if (table.hasBits()) {
            return Optional.of(new Reading(channel.id(), block.bit(address), at));
        }
        byte[] bytes = block.registers(address, length());
        if (bit >= 0) {
            int word = ByteBuffer.wrap(bytes).getShort();
            return Optional.of(new Reading(channel.id(), ((word >> bit) & 1) == 1, at));
        }
        double number = scaled(type.number(order.sorted(bytes)));
        return Double.isFinite(number) && number >= least && number <= most
                ? Optional.of(new Reading(channel.id(), number, channel.unit(), at))
                : Optional.empty();
    }

    /** In decimals, so that 65,534 tenths are 6,553.4 and not 6,553.400000000001. */
    private double scaled(double number) {
        return factor == 1 || !Double.isFinite(number)
                ? number
                : BigDecimal.valueOf(number)
                        .multiply(BigDecimal.valueOf(factor))
                        .doubleValue();
    }
}
