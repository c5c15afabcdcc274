package de.einsnull.sensors.codec.js;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a program made of a payload, as the TTN device repository describes it.
 *
 * @param data the values, missing if there are none
 * @param warnings what it found strange
 * @param errors why it could not be decoded; then there are no values
 */
record Output(JsonNode data, List<String> warnings, List<String> errors) {

    Output {
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }
}
