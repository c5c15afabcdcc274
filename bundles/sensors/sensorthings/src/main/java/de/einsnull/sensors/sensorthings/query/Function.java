package de.einsnull.sensors.sensorthings.query;

import static de.einsnull.sensors.sensorthings.query.ValueType.ANY;
import static de.einsnull.sensors.sensorthings.query.ValueType.BOOLEAN;
import static de.einsnull.sensors.sensorthings.query.ValueType.DATE;
import static de.einsnull.sensors.sensorthings.query.ValueType.GEOMETRY;
import static de.einsnull.sensors.sensorthings.query.ValueType.INSTANT;
import static de.einsnull.sensors.sensorthings.query.ValueType.NUMBER;
import static de.einsnull.sensors.sensorthings.query.ValueType.TEXT;
import static de.einsnull.sensors.sensorthings.query.ValueType.TIME;
import static de.einsnull.sensors.sensorthings.query.ValueType.TIME_OF_DAY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Functions (18-088, 9.3.3.5.2) and those for intervals that clients know from other servers.
 *
 * <p>An argument may also be ANY where TEXT or NUMBER stands: of a TEXT its scalar's text counts, of a NUMBER a JSON
 * number. TIME stands for instants and intervals. Functions of a date use UTC and the start of an interval. Positions in
 * texts count from 0. Places are planar and in degrees, as the standard's examples are; of two of them DE-9IM counts.
 * In what follows s and e are the ends of a time, [s, e) for an interval, s = e for an instant.
 */
public enum Function {
    /** substringof(part, whole): whether the second holds the first. */
    SUBSTRINGOF(BOOLEAN, 2, TEXT, TEXT),
    /** contains(whole, part): the same with its arguments turned round, as in OData 4. */
    CONTAINS(BOOLEAN, 2, TEXT, TEXT),
    /** endswith(whole, end). */
    ENDSWITH(BOOLEAN, 2, TEXT, TEXT),
    /** startswith(whole, start). */
    STARTSWITH(BOOLEAN, 2, TEXT, TEXT),
    /** length(text), in characters. */
    LENGTH(NUMBER, 1, TEXT),
    /** indexof(whole, part): -1 if it is not there. */
    INDEXOF(NUMBER, 2, TEXT, TEXT),
    /** substring(text, from[, length]): shorter where the text ends, empty behind its end; less than 0 is 0. */
    SUBSTRING(TEXT, 2, TEXT, NUMBER, NUMBER),
    /** tolower(text). */
    TOLOWER(TEXT, 1, TEXT),
    /** toupper(text). */
    TOUPPER(TEXT, 1, TEXT),
    /** trim(text): without spaces (U+0020) at both ends. */
    TRIM(TEXT, 1, TEXT),
    /** concat(text, text). */
    CONCAT(TEXT, 2, TEXT, TEXT),
    /** year(time). */
    YEAR(NUMBER, 1, TIME),
    /** month(time), 1 to 12. */
    MONTH(NUMBER, 1, TIME),
    /** day(time), of the month. */
    DAY(NUMBER, 1, TIME),
    /** hour(time), 0 to 23. */
    HOUR(NUMBER, 1, TIME),
    /** minute(time). */
    MINUTE(NUMBER, 1, TIME),
    /** second(time), without fraction. */
    SECOND(NUMBER, 1, TIME),
    /** fractionalseconds(time), at least 0 and less than 1. */
    FRACTIONALSECONDS(NUMBER, 1, TIME),
    /** date(time). */
    DATE_OF("date", DATE, 1, TIME),
    /** time(time). */
    TIME_OF("time", TIME_OF_DAY, 1, TIME),
    /** totaloffsetminutes(time): 0, since times are kept in UTC. */
    TOTALOFFSETMINUTES(NUMBER, 1, TIME),
    /** now(): one instant for the whole request. */
    NOW(INSTANT, 0),
    /** mindatetime(): 0001-01-01T00:00:00Z. */
    MINDATETIME(INSTANT, 0),
    /** maxdatetime(): 9999-12-31T23:59:59.999999Z. */
    MAXDATETIME(INSTANT, 0),
    /** round(number): halves away from 0. */
    ROUND(NUMBER, 1, NUMBER),
    /** floor(number). */
    FLOOR(NUMBER, 1, NUMBER),
    /** ceiling(number). */
    CEILING(NUMBER, 1, NUMBER),
    /** geo.distance(place, place): least planar distance in degrees. */
    GEO_DISTANCE("geo.distance", NUMBER, 2, GEOMETRY, GEOMETRY),
    /** geo.length(place): of lines in degrees, 0 for points and areas. */
    GEO_LENGTH("geo.length", NUMBER, 1, GEOMETRY),
    /** geo.intersects(place, place). */
    GEO_INTERSECTS("geo.intersects", BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_equals(place, place). */
    ST_EQUALS(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_disjoint(place, place). */
    ST_DISJOINT(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_touches(place, place). */
    ST_TOUCHES(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_within(inner, outer). */
    ST_WITHIN(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_overlaps(place, place). */
    ST_OVERLAPS(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_crosses(place, place). */
    ST_CROSSES(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_intersects(place, place). */
    ST_INTERSECTS(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_contains(outer, inner). */
    ST_CONTAINS(BOOLEAN, 2, GEOMETRY, GEOMETRY),
    /** st_relate(place, place, pattern): the pattern is a literal of nine characters of T F * 0 1 2. */
    ST_RELATE(BOOLEAN, 3, GEOMETRY, GEOMETRY, TEXT),
    /** before(a, b): {@link Operator#LT}. */
    BEFORE(BOOLEAN, 2, TIME, TIME),
    /** after(a, b): {@link Operator#GT}. */
    AFTER(BOOLEAN, 2, TIME, TIME),
    /** meets(a, b): e(a) = s(b) or s(a) = e(b). */
    MEETS(BOOLEAN, 2, TIME, TIME),
    /** during(a, b): s(b) &le; s(a), and e(a) &le; e(b), of an instant a &lt; e(b); false if b is an instant. */
    DURING(BOOLEAN, 2, TIME, TIME),
    /** overlaps(a, b): they share a point; an instant shares itself. */
    OVERLAPS(BOOLEAN, 2, TIME, TIME),
    /** starts(a, b): s(a) = s(b). */
    STARTS(BOOLEAN, 2, TIME, TIME),
    /** finishes(a, b): e(a) = e(b). */
    FINISHES(BOOLEAN, 2, TIME, TIME),
    /** {@code a in (b, c, ...)}: whether the first argument equals (EQ) one of the others; not written as a call. */
    IN(BOOLEAN, 2, ANY, ANY),
    /** {@code a in path}: whether the JSON array, the second argument, has an item that equals (EQ) the first. */
    ITEM_OF(BOOLEAN, 2, ANY, ANY);

    private final String text;
    private final ValueType result;
    private final int least;
    private final List<ValueType> arguments;

    Function(ValueType result, int least, ValueType... arguments) {
        this("", result, least, arguments);
    }

    Function(String text, ValueType result, int least, ValueType... arguments) {
        this.text = text.isEmpty() ? name().toLowerCase(Locale.ROOT) : text;
        this.result = result;
        this.least = least;
        this.arguments = List.of(arguments);
    }

    /**
     * How it is written.
     *
     * @return for example {@code geo.distance}
     */
    public String text() {
        return text;
    }

    /**
     * What it yields.
     *
     * @return the type
     */
    public ValueType result() {
        return result;
    }

    /**
     * How many arguments it needs.
     *
     * @return of {@link #arguments()} the first so many have to be there
     */
    public int least() {
        return least;
    }

    /**
     * What it takes.
     *
     * @return type of each argument
     */
    public List<ValueType> arguments() {
        return arguments;
    }

    /**
     * Finds a function that is written as a call.
     *
     * @param text name in lower case
     * @return empty if there is none
     */
    public static Optional<Function> of(String text) {
        return Arrays.stream(values())
                .filter(f -> f != IN && f != ITEM_OF && f.text.equals(text))
                .findFirst();
    }
}
