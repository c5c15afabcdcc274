package de.einsnull.sensors.sensorthings.evaluate;

import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.query.Function;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Functions of one time, of its start and in UTC. */
final class TimeFunctions {

    private static final double NANOS = 1e9;

    private TimeFunctions() {}

    static Object of(Function function, TimeValue time) {
        if (time == null) {
            return null;
        }
        var start = time.start().atOffset(ZoneOffset.UTC);
        return switch (function) {
            case DATE_OF -> start.toLocalDate();
            case TIME_OF -> start.toLocalTime();
            case FRACTIONALSECONDS -> start.getNano() / NANOS;
            default -> BigDecimal.valueOf(field(function, start));
        };
    }

    private static int field(Function function, OffsetDateTime start) {
        return switch (function) {
            case YEAR -> start.getYear();
            case MONTH -> start.getMonthValue();
            case DAY -> start.getDayOfMonth();
            case HOUR -> start.getHour();
            case MINUTE -> start.getMinute();
            case SECOND -> start.getSecond();
            case TOTALOFFSETMINUTES -> 0;
            default -> throw new IllegalArgumentException(function.text());
        };
    }
}
