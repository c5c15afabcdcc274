package de.einsnull.sensors.driver.modbus;

import de.einsnull.sensors.api.driver.Candidate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A device behind the address, a line of the settings: {@code 3 = waterworks-pump-2, Pump 2}.
 *
 * @param number unit id of Modbus, 0 to 255
 * @param device id under which it is registered
 * @param name for people, may be empty
 */
record Unit(int number, String device, String name) {

    private static final Pattern LINE =
            Pattern.compile("\\s*(\\d{1,3})\\s*=\\s*([^,]{0,127}[^,\\s])\\s*(?:,\\s*(.{0,200}?))?\\s*");

    static Unit parse(String line) {
        Matcher found = LINE.matcher(line);
        if (!found.matches() || Integer.parseInt(found.group(1)) > 255) {
            throw new IllegalArgumentException(
                    "Expected 'unit = id, name', for example '1 = meter-town-hall, Meter of the town hall': '" + line
                            + "'");
        }
        String name = found.group(3) == null ? "" : found.group(3);
        return new Unit(Integer.parseInt(found.group(1)), found.group(2), name);
    }

    Candidate candidate(String host) {
        return new Candidate(device, "", name, Map.of("host", host, "unit", String.valueOf(number)));
    }
}
