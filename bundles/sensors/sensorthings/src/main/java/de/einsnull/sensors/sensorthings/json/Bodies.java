package de.einsnull.sensors.sensorthings.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads bodies as JSON. Numbers keep all their digits. Thread-safe. */
public final class Bodies {

    private static final int MOST_LEVELS = 60;
    private static final int LONGEST_NUMBER = 60;

    private final ObjectMapper mapper;

    /** A reader with bounded depth and length of numbers; the length of the whole is the caller's matter. */
    public Bodies() {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MOST_LEVELS)
                .maxNumberLength(LONGEST_NUMBER)
                .build();
        this.mapper = new ObjectMapper(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /**
     * The mapper, for writing.
     *
     * @return not to be configured
     */
    public ObjectMapper mapper() {
        return mapper;
    }

    /**
     * Reads a body.
     *
     * @param body JSON in UTF-8
     * @return what it says
     * @throws BodyException if it is empty or no JSON
     */
    public JsonNode read(InputStream body) {
        try {
            return present(mapper.readTree(body));
        } catch (JsonProcessingException e) {
            throw wrong(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a text.
     *
     * @param text JSON
     * @return what it says
     * @throws BodyException if it is empty or no JSON
     */
    public JsonNode read(String text) {
        try {
            return present(mapper.readTree(text));
        } catch (JsonProcessingException e) {
            throw wrong(e);
        }
    }

    private static JsonNode present(JsonNode json) {
        if (json == null || json.isMissingNode()) {
            throw new BodyException("", "der Inhalt fehlt", "the body is missing");
        }
        return json;
    }

    private static BodyException wrong(JsonProcessingException e) {
        var location = e.getLocation();
        var place = location == null ? "" : location.getLineNr() + ":" + location.getColumnNr();
        return new BodyException(
                "",
                "der Inhalt ist kein gültiges JSON (Zeile:Spalte " + place + ")",
                "the body is not valid JSON (line:column " + place + ")");
    }
}
