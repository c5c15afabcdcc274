package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.query.Literal;
import de.einsnull.sensors.sensorthings.query.ValueType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads values that stand in a query. */
final class Literals {

    private static final String ENDS = "(?:" + Temporals.DATE_TIME + "|P[0-9A-Z.]+)";
    private static final Pattern TIME = Pattern.compile(Temporals.DATE_TIME + "(?:/" + ENDS + ")?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?!\\d)");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,60}(?:\\.\\d{1,60})?(?:[eE][+-]?\\d{1,3})?(?![\\w.])");
    private static final Pattern TAGGED = Pattern.compile("(geography|geometry|duration|time|date|datetimeoffset)'");
    private static final Pattern SRID = Pattern.compile("(?i)^\\s*SRID\\s*=\\s*\\d{1,6}\\s*;");

    private final Cursor cursor;

    Literals(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a literal if one stands here. */
    Optional<Literal> read() {
        int position = cursor.at();
        char first = cursor.peek();
        if (first == '\'') {
            return Optional.of(literal(text(), ValueType.TEXT, position));
        }
        if (first >= '0' && first <= '9') {
            return Optional.of(numeric(position));
        }
        if (cursor.eatWord("null")) {
            return Optional.of(literal(null, ValueType.NULL, position));
        }
        if (cursor.eatWord("true") || cursor.eatWord("false")) {
            return Optional.of(literal(first == 't', ValueType.BOOLEAN, position));
        }
        return cursor.eat(TAGGED).map(tag -> tagged(tag.group(1), position));
    }

    private Literal literal(Object value, ValueType type, int position) {
        cursor.countNode();
        return new Literal(value, type, position);
    }

    private String text() {
        return cursor.quoted()
                .orElseThrow(() -> cursor.expected("ein Text, der mit ' endet", "a text that ends with '"));
    }

    private Literal numeric(int position) {
        var time = cursor.eat(TIME).map(Matcher::group);
        if (time.isPresent()) {
            return time(time.get(), position);
        }
        var date = cursor.eat(DATE).map(Matcher::group);
        if (date.isPresent()) {
            return date(date.get(), position);
        }
        var ofDay = cursor.eat(TIME_OF_DAY).map(Matcher::group);
        if (ofDay.isPresent()) {
            return timeOfDay(ofDay.get(), position);
        }
        var number =
                cursor.eat(NUMBER).orElseThrow(() -> cursor.expected("eine Zahl oder eine Zeit", "a number or a time"));
        return literal(new BigDecimal(number.group()), ValueType.NUMBER, position);
    }

    private Literal time(String text, int position) {
        var time = Temporals.parse(text)
                .orElseThrow(() -> cursor.expected(
                        position,
                        "eine Zeit nach ISO 8601, Anfang vor Ende",
                        "a time in ISO 8601, the start before the end"));
        return literal(time, time.interval() ? ValueType.INTERVAL : ValueType.INSTANT, position);
    }

    private Literal date(String text, int position) {
        try {
            return literal(LocalDate.parse(text), ValueType.DATE, position);
        } catch (DateTimeException e) {
            throw cursor.expected(position, "ein Tag, den es gibt", "a day that exists");
        }
    }

    private Literal timeOfDay(String text, int position) {
        try {
            return literal(LocalTime.parse(text), ValueType.TIME_OF_DAY, position);
        } catch (DateTimeException e) {
            throw cursor.expected(position, "eine Uhrzeit, die es gibt", "a time of day that exists");
        }
    }

    private Literal tagged(String tag, int position) {
        cursor.back(cursor.at() - 1);
        var text = text();
        return switch (tag) {
            case "duration" -> duration(text, position);
            case "time" -> timeOfDay(text, position);
            case "date" -> date(text, position);
            case "datetimeoffset" -> time(text, position);
            default -> literal(geometry(text, position), ValueType.GEOMETRY, position);
        };
    }

    private Literal duration(String text, int position) {
        try {
            return literal(Duration.parse(text), ValueType.DURATION, position);
        } catch (DateTimeException | ArithmeticException e) {
            throw cursor.expected(position, "eine Dauer wie duration'PT1H'", "a duration such as duration'PT1H'");
        }
    }

    private Geometry geometry(String text, int position) {
        try {
            var geometry = new WKTReader().read(SRID.matcher(text).replaceFirst(""));
            for (Coordinate c : geometry.getCoordinates()) {
                if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                    throw new ParseException("not finite");
                }
            }
            if (geometry.isValid()) {
                return geometry;
            }
        } catch (ParseException | IllegalArgumentException e) {
            throw place(position);
        }
        throw place(position);
    }

    private QueryException place(int position) {
        return cursor.expected(
                position,
                "ein gültiger Ort wie geography'POINT (8.14 51.82)'",
                "a valid place such as geography'POINT (8.14 51.82)'");
    }
}
