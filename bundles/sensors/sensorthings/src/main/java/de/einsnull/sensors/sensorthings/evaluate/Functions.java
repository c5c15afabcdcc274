package de.einsnull.sensors.sensorthings.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Function;
import de.einsnull.sensors.sensorthings.query.Operator;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/** Calls functions as {@link Function} says. */
final class Functions {

    /** {@code mindatetime()}. */
    static final TimeValue FIRST = TimeValue.at(Instant.parse("0001-01-01T00:00:00Z"));

    /** {@code maxdatetime()}. */
    static final TimeValue LAST = TimeValue.at(Instant.parse("9999-12-31T23:59:59.999999Z"));

    private final TimeValue now;

    Functions(Instant now) {
        this.now = TimeValue.at(now);
    }

    Object call(Function function, List<Object> arguments) {
        return switch (function) {
            case NOW -> now;
            case MINDATETIME -> FIRST;
            case MAXDATETIME -> LAST;
            case ROUND, FLOOR, CEILING -> rounded(function, Values.number(arguments.get(0)));
            case BEFORE, AFTER, MEETS, DURING, OVERLAPS, STARTS, FINISHES -> relation(function, arguments);
            case IN -> in(arguments);
            case ITEM_OF -> itemOf(arguments.get(0), arguments.get(1));
            case YEAR,
                    MONTH,
                    DAY,
                    HOUR,
                    MINUTE,
                    SECOND,
                    FRACTIONALSECONDS,
                    DATE_OF,
                    TIME_OF,
                    TOTALOFFSETMINUTES -> TimeFunctions.of(function, Values.time(arguments.get(0)));
            default -> ofTextOrPlace(function, arguments);
        };
    }

    private static Object ofTextOrPlace(Function function, List<Object> arguments) {
        boolean places = function.compareTo(Function.GEO_DISTANCE) >= 0 && function.compareTo(Function.ST_RELATE) <= 0;
        return places ? PlaceFunctions.of(function, arguments) : TextFunctions.of(function, arguments);
    }

    private static Number rounded(Function function, Number number) {
        if (number == null) {
            return null;
        }
        var exact = Exact.of(number);
        return exact.setScale(
                0,
                switch (function) {
                    case FLOOR -> RoundingMode.FLOOR;
                    case CEILING -> RoundingMode.CEILING;
                    default -> RoundingMode.HALF_UP;
                });
    }

    private static Boolean relation(Function function, List<Object> arguments) {
        var a = Values.time(arguments.get(0));
        var b = Values.time(arguments.get(1));
        return (a == null || b == null) ? null : (Boolean) Intervals.relation(function, a, b);
    }

    private static Boolean in(List<Object> arguments) {
        var unknown = false;
        for (var option : arguments.subList(1, arguments.size())) {
            var equal = Comparison.of(Operator.EQ, arguments.get(0), option);
            if (Boolean.TRUE.equals(equal)) {
                return true;
            }
            unknown |= equal == null;
        }
        return unknown ? null : (Boolean) false;
    }

    private static Boolean itemOf(Object value, Object list) {
        if (value == null || !(list instanceof JsonNode json) || !json.isArray()) {
            return null;
        }
        for (var item : json) {
            if (Boolean.TRUE.equals(Comparison.of(Operator.EQ, value, Values.orNull(item)))) {
                return true;
            }
        }
        return false;
    }
}
