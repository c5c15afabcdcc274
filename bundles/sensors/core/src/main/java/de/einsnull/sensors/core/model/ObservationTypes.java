package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.ValueType;

/** What an {@code observationType} (OGC 10-004r3, 7.2) says of the results. */
public final class ObservationTypes {

    private static final String PREFIX = "http://www.opengis.net/def/observationType/OGC-OM/2.0/";

    private ObservationTypes() {}

    /** The URI for values of a type. */
    public static String of(ValueType type) {
        return PREFIX
                + switch (type) {
                    case NUMBER -> "OM_Measurement";
                    case BOOLEAN -> "OM_TruthObservation";
                    case TEXT -> "OM_Observation";
                };
    }

    /** The type of values that the URI promises; text if it is another. */
    public static ValueType valueType(String uri) {
        if (uri.endsWith("OM_Measurement") || uri.endsWith("OM_CountObservation")) {
            return ValueType.NUMBER;
        }
        return uri.endsWith("OM_TruthObservation") ? ValueType.BOOLEAN : ValueType.TEXT;
    }
}
