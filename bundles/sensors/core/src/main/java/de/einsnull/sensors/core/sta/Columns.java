package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Property;
import de.einsnull.sensors.sensorthings.query.ValueType;

/** In which columns the properties of entities are. */
final class Columns {

    private static final String OF_STREAM = "(select l.%s from observation_last l where l.datastream_id = %s.id)";

    private Columns() {}

    /** The column of a text, an id, or JSON as text. */
    static String plain(EntityType type, Property property, String alias) {
        if (property.equals(Property.ID)) {
            return alias + ".id";
        }
        if (type == EntityType.OBSERVATION) {
            return switch (property.name()) {
                case "resultQuality" -> Tables.more(alias, "quality");
                case "parameters" -> Tables.more(alias, "parameters");
                default -> throw new IllegalArgumentException(property.name());
            };
        }
        return alias + "." + name(property.name());
    }

    private static String name(String property) {
        return switch (property) {
            case "encodingType" -> "encoding_type";
            case "observationType" -> "observation_type";
            case "unitOfMeasurement", "unitOfMeasurements" -> "unit_of_measurement";
            case "multiObservationDataTypes" -> "observation_types";
            case "observedArea" -> "observed_area";
            case "name", "description", "properties", "location", "metadata", "definition", "feature" -> property;
            default -> throw new IllegalArgumentException(property);
        };
    }

    /** The columns of a time. */
    static TimeSql time(EntityType type, Property property, String alias) {
        return switch (type) {
            case HISTORICAL_LOCATION -> new TimeSql(Sql.of(alias + ".since"), null, ValueType.INSTANT);
            case DATASTREAM, MULTI_DATASTREAM -> property.name().equals("phenomenonTime")
                    ? ofStream(alias, "first_time", "last_end")
                    : ofStream(alias, "first_result", "last_result");
            case OBSERVATION -> ofObservation(property, alias);
            default -> throw new IllegalArgumentException(type + " has no " + property.name());
        };
    }

    private static TimeSql ofStream(String alias, String start, String end) {
        return new TimeSql(
                Sql.of(String.format(OF_STREAM, start, alias)),
                Sql.of(String.format(OF_STREAM, end, alias)),
                ValueType.INTERVAL);
    }

    private static TimeSql ofObservation(Property property, String o) {
        return switch (property.name()) {
            case "phenomenonTime" -> new TimeSql(
                    Sql.of(o + ".phenomenon_time"), Sql.of(Tables.more(o, "phenomenon_end")), ValueType.TIME);
            case "resultTime" -> new TimeSql(Sql.of(o + ".result_time"), null, ValueType.INSTANT);
            case "validTime" -> new TimeSql(
                    Sql.of(Tables.more(o, "valid_start")), Sql.of(Tables.more(o, "valid_end")), ValueType.INTERVAL);
            default -> throw new IllegalArgumentException(property.name());
        };
    }
}
