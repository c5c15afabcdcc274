package de.einsnull.sensors.driver.kit.mapping;

import java.util.Arrays;
import java.util.List;

/** Settings with several values. */
public final class Lists {

    private Lists() {}

    /**
     * A file with the ending {@code cfg} has one text for each setting, however many values it means.
     *
     * @param values as configured
     * @param separators regular expression of what stands between values of one text
     * @return all values, none empty
     */
    public static List<String> split(String[] values, String separators) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(separators)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
