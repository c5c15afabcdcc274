package de.einsnull.sensors.datex;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The frame around what is published: payload of DATEX II 3 in the profile "AFIR Energy Infrastructure" 01-00-00 of the German
 * national access point. Values are maps and lists as they become JSON.
 *
 * @param country country of the publisher
 * @param identifier identifier of the publisher
 * @param at time of the publication
 */
record Publication(String country, String identifier, Instant at) {

    static final String VERSION = "1";

    /** Wraps a publication. */
    Map<String, Object> payload(String name, boolean isTest, Map<String, Object> content) {
        var publication = new LinkedHashMap<String, Object>();
        publication.put("lang", "de");
        publication.put("publicationTime", at.toString());
        publication.put("publicationCreator", Map.of("country", country, "nationalIdentifier", identifier));
        publication.put(
                "headerInformation",
                Map.of("confidentiality", word("noRestriction"), "informationStatus", word(isTest ? "test" : "real")));
        publication.putAll(content);
        var payload = new LinkedHashMap<String, Object>();
        payload.put("modelBaseVersionG", "3");
        payload.put("profileNameG", "AFIR Energy Infrastructure");
        payload.put("profileVersionG", "01-00-00");
        payload.put(name, publication);
        return Map.of("payload", payload);
    }

    /** A word of an enumeration. */
    static Map<String, Object> word(String value) {
        return Map.of("value", value);
    }

    /** A text for people. */
    static Map<String, Object> text(String text) {
        return Map.of("values", List.of(Map.of("lang", "de", "value", text)));
    }

    /** A new object with its identity. */
    static Map<String, Object> versioned(String id) {
        var object = new LinkedHashMap<String, Object>();
        object.put("idG", id);
        object.put("versionG", VERSION);
        return object;
    }

    /** Refers to an object of the table. */
    static Map<String, Object> reference(String id) {
        var reference = new LinkedHashMap<String, Object>();
        reference.put("targetClass", "FacilityObject");
        reference.putAll(versioned(id));
        return reference;
    }
}
