package de.einsnull.sensors.driver.kit.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a feed is written, and how its records are taken out. Bounded in depth, length and number of records. */
public enum Format {
    /** JSON; the list is where the settings say. */
    JSON,
    /** GeoJSON; the list is that of the features. */
    GEOJSON,
    /** Text with a first line of names; a record has a field for each column. */
    CSV;

    /** Most records of a feed. */
    public static final int RECORDS = 5_000;

    /** Field with the name that a record had in an object of records. */
    public static final String KEY = "$key";

    private static final int DEPTH = 64;
    private static final int TEXT = 64 * 1024;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(TEXT)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /**
     * Reads a name of the settings.
     *
     * @param name {@code json}, {@code geojson} or {@code csv}
     * @return the format
     * @throws IllegalArgumentException for another name
     */
    public static Format of(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT));
    }

    /**
     * Reads JSON.
     *
     * @param body UTF-8
     * @return never null
     * @throws IOException if it is no JSON or not within the bounds
     */
    public static JsonNode json(byte[] body) throws IOException {
        JsonNode root = MAPPER.readTree(body);
        if (root == null || root.isMissingNode()) {
            throw new IOException("it is empty");
        }
        return root;
    }

    /**
     * Takes the records out of JSON.
     *
     * @param root the whole
     * @param list pointer to the list; with {@code /*} at its end, to an object whose members are records, which have their
     *     name in {@value #KEY}; what is neither is one record
     * @return the records
     * @throws IOException if there is nothing there, or there are too many
     */
    public static List<JsonNode> records(JsonNode root, String list) throws IOException {
        boolean members = list.endsWith("/*");
        JsonNode found =
                Place.of(members ? list.substring(0, list.length() - 2) : list).in(root);
        if (found.isMissingNode() || found.isNull()) {
            throw new IOException("it has nothing at '" + list + "'");
        }
        if ((found.isArray() || members) && found.size() > RECORDS) {
            throw new IOException("it has more than " + RECORDS + " records");
        }
        if (members) {
            return members(found);
        }
        var records = new ArrayList<JsonNode>();
        if (found.isArray()) {
            found.forEach(records::add);
        } else {
            records.add(found);
        }
        return records;
    }

    private static List<JsonNode> members(JsonNode object) {
        var records = new ArrayList<JsonNode>();
        object.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode record) {
                records.add(record.put(KEY, member.getKey()));
            }
        });
        return records;
    }
}
