package de.einsnull.sensors.api.driver;

import java.util.Map;

/**
 * A device that a driver found.
 *
 * @param device what the driver calls the device; 1 to 128 characters
 * @param model id of its model, empty if the driver does not know it or itself knows the channels
 * @param name how the device calls itself, at most 200 characters; may be empty
 * @param facts what else is known, for the eyes of city IT: manufacturer, address, firmware. No secrets; at most 20, each
 *     of at most 200 characters
 */
public record Candidate(String device, String model, String name, Map<String, String> facts) {

    private static final int MOST_FACTS = 20;
    private static final int LONGEST = 200;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is missing or too long
     */
    public Candidate {
        facts = Map.copyOf(facts);
        if (device.isBlank() || device.length() > 128) {
            throw new IllegalArgumentException("Not a device id (1 to 128 characters)");
        }
        if (model.length() > 100 || name.length() > LONGEST) {
            throw new IllegalArgumentException("A model has at most 100 characters, a name 200");
        }
        if (facts.size() > MOST_FACTS
                || facts.entrySet().stream()
                        .anyMatch(f ->
                                f.getKey().length() > LONGEST || f.getValue().length() > LONGEST)) {
            throw new IllegalArgumentException("At most 20 facts of 200 characters");
        }
    }
}
