package de.einsnull.sensors.driver.kit.mapping;

import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one record says.
 *
 * @param device id of the device
 * @param name name for people, may be empty
 * @param position where it is, if the record says so
 * @param sequence counter of the device, 0 if it has none
 * @param readings what it measured, may be empty
 * @param implausible how many numbers were out of the range that the settings allow
 */
public record Entry(
        String device,
        String name,
        Optional<Position> position,
        long sequence,
        List<Reading> readings,
        int implausible) {

    /** Facts of a candidate with the position in degrees (WGS 84). */
    public static final String LONGITUDE = "longitude";

    /** See {@link #LONGITUDE}. */
    public static final String LATITUDE = "latitude";

    private static final int LONGEST_NAME = 200;

    /** Copies the list. */
    public Entry {
        readings = List.copyOf(readings);
    }

    /**
     * As a report to the host.
     *
     * @param receivedAt when it was received
     * @return the report
     */
    public Report report(Instant receivedAt) {
        return new Report(device, sequence, receivedAt, readings);
    }

    /**
     * As a find for the inbox of city IT.
     *
     * @return with name and position
     */
    public Candidate candidate() {
        Map<String, String> facts = new LinkedHashMap<>();
        position.ifPresent(p -> {
            facts.put(LONGITUDE, degrees(p.longitude()));
            facts.put(LATITUDE, degrees(p.latitude()));
        });
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return new Candidate(device, "", shown, facts);
    }

    private static String degrees(double number) {
        return String.format(Locale.ROOT, "%.6f", number);
    }
}
