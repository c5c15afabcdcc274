package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.query.ValueType;

/**
 * A point or a stretch of time.
 *
 * @param start where it starts
 * @param end where it ends; of an instant null, of TIME a value that is null for instants
 * @param type INSTANT, INTERVAL or TIME
 */
record TimeSql(Sql start, Sql end, ValueType type) {

    boolean instant() {
        return type == ValueType.INSTANT;
    }

    /** The end of an interval, the instant itself. */
    Sql last() {
        return switch (type) {
            case INSTANT -> start;
            case INTERVAL -> end;
            default -> Sql.join("coalesce(", end, ", ", start, ")");
        };
    }

    /** Whether all of it lies before the other. The first part is for an index. */
    Sql before(TimeSql other) {
        if (instant()) {
            return Sql.join("(", start, " < ", other.start, ")");
        }
        if (type == ValueType.INTERVAL) {
            return Sql.join("(", end, " <= ", other.start, ")");
        }
        return Sql.join(
                "(",
                start,
                " <= ",
                other.start,
                " and coalesce(",
                end,
                " <= ",
                other.start,
                ", ",
                start,
                " < ",
                other.start,
                "))");
    }

    /** Whether it starts and ends no later than the other. */
    Sql noLater(TimeSql other) {
        if (instant() && other.instant()) {
            return Sql.join("(", start, " <= ", other.start, ")");
        }
        if (instant()) {
            // an instant that is no later than the start is no later than the end
            return Sql.join("(", start, " <= ", other.start, ")");
        }
        return Sql.join("(", start, " <= ", other.start, " and ", last(), " <= ", other.last(), ")");
    }

    /** Whether both are the same. */
    Sql same(TimeSql other) {
        if (instant() && other.instant()) {
            return Sql.join("(", start, " = ", other.start, ")");
        }
        return Sql.join(
                "(",
                start,
                " = ",
                other.start,
                " and ",
                last(),
                " = ",
                other.last(),
                " and ",
                stretch(),
                " = ",
                other.stretch(),
                ")");
    }

    private Sql stretch() {
        return switch (type) {
            case INSTANT -> Sql.of("false");
            case INTERVAL -> Sql.of("true");
            default -> Sql.join("(", end, " is not null)");
        };
    }

    /** Whether it lies in the other, which is an interval. */
    Sql during(TimeSql other) {
        if (other.instant()) {
            return Sql.join("(", start, " < ", start, ")");
        }
        var within = Sql.join("(", other.start, " <= ", start, " and ");
        if (instant()) {
            return within.add(Sql.join(start, " < ", other.end, ")"));
        }
        if (type == ValueType.INTERVAL) {
            return within.add(Sql.join(end, " <= ", other.end, ")"));
        }
        return within.add(Sql.join("coalesce(", end, " <= ", other.end, ", ", start, " < ", other.end, "))"));
    }

    Sql isNull() {
        return Sql.join("(", start, " is null)");
    }
}
