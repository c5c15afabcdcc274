package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.Position;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the position stands in a record: two places, east first ({@code /lon, /lat}), or one with a GeoJSON point, a list of
 * two numbers or a text {@code POINT (8.14 51.82)}.
 */
public final class Whereabouts {

    private static final String NUMBER = "(-?\\d{1,15}(?:[.,]\\d{1,20})?)";
    private static final Pattern POINT =
            Pattern.compile("(?:SRID=\\d+;)?\\s*POINT\\s*Z?\\s*\\(\\s*" + NUMBER + "\\s+" + NUMBER + "\\b.*");

    private final List<Place> places;
    private final Grid grid;

    private Whereabouts(List<Place> places, Grid grid) {
        this.places = places;
        this.grid = grid;
    }

    /**
     * Reads the setting.
     *
     * @param text one place, two with a comma between, or nothing
     * @param grid what the numbers are
     * @return where to look
     * @throws IllegalArgumentException if it cannot be understood
     */
    public static Whereabouts of(String text, Grid grid) {
        var places = text.isBlank()
                ? List.<Place>of()
                : Arrays.stream(text.split(",")).map(Place::of).toList();
        if (places.size() > 2 || places.stream().anyMatch(Place::isWhole)) {
            throw new IllegalArgumentException("Expected one place or two: '" + text + "'");
        }
        return new Whereabouts(places, grid);
    }

    /**
     * Looks it up.
     *
     * @param record any JSON
     * @return the position in degrees (WGS 84), empty if the record has none
     */
    public Optional<Position> in(JsonNode record) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = places.get(0).in(record);
        if (places.size() == 2) {
            return position(first.asText(), places.get(1).in(record).asText());
        }
        if (first.isTextual()) {
            Matcher point = POINT.matcher(first.asText());
            return point.matches() ? position(point.group(1), point.group(2)) : Optional.empty();
        }
        JsonNode pair = first.has("coordinates") ? first.get("coordinates") : first;
        return pair.isArray() && pair.size() >= 2
                ? position(pair.get(0).asText(), pair.get(1).asText())
                : Optional.empty();
    }

    private Optional<Position> position(String east, String north) {
        return east.strip().matches(NUMBER + "(E-?\\d{1,2})?") && north.strip().matches(NUMBER + "(E-?\\d{1,2})?")
                ? grid.position(number(east), number(north))
                : Optional.empty();
    }

    private static double number(String text) {
        return Double.parseDouble(text.strip().replace(',', '.'));
    }
}
