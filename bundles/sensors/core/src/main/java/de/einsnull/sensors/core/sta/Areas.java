package de.einsnull.sensors.core.sta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The area that observations cover, as GeoJSON: the box around their features. */
final class Areas {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Areas() {}

    /** Reads four columns with a box; null if there is none. */
    static JsonNode json(ResultSet row, int index) throws SQLException {
        double west = row.getDouble(index);
        if (row.wasNull()) {
            return null;
        }
        double south = row.getDouble(index + 1);
        double east = row.getDouble(index + 2);
        double north = row.getDouble(index + 3);
        var area = JSON.objectNode();
        if (west == east && south == north) {
            area.put("type", "Point").set("coordinates", point(west, south));
        } else if (west == east || south == north) {
            area.put("type", "LineString").set("coordinates", line(west, south, east, north));
        } else {
            area.put("type", "Polygon")
                    .set(
                            "coordinates",
                            JSON.arrayNode()
                                    .add(line(west, south, east, south, east, north, west, north, west, south)));
        }
        return area;
    }

    private static ArrayNode point(double longitude, double latitude) {
        return JSON.arrayNode().add(longitude).add(latitude);
    }

    private static ArrayNode line(double... coordinates) {
        var line = JSON.arrayNode();
        for (int i = 0; i < coordinates.length; i += 2) {
            line.add(point(coordinates[i], coordinates[i + 1]));
        }
        return line;
    }
}
