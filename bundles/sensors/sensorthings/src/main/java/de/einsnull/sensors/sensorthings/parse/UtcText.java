package de.einsnull.sensors.sensorthings.parse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Times as nearly everybody writes them, {@code 2026-11-24T12:00:00.123Z}: read without a pattern, ten times as fast. */
final class UtcText {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int DOT = SHAPE.length();
    private static final int MOST_DIGITS = 9;

    private UtcText() {}

    /** Whether it has that shape; its figures may still be no time. */
    static boolean isUsual(String text) {
        int end = text.length() - 1;
        if (end < DOT || text.charAt(end) != 'Z' || (end > DOT && text.charAt(DOT) != '.')) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char wanted = i < DOT ? SHAPE.charAt(i) : i == DOT ? '.' : '0';
            char its = text.charAt(i);
            if (wanted == '0' ? its < '0' || its > '9' : its != wanted) {
                return false;
            }
        }
        return end == DOT || (end > DOT + 1 && end <= DOT + 1 + MOST_DIGITS);
    }

    /**
     * Reads it.
     *
     * @throws java.time.DateTimeException if there is no such time
     */
    static Instant read(String text) {
        var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        int nanos = 0;
        int digits = text.length() - 2 - DOT;
        if (digits > 0) {
            nanos = number(text, DOT + 1, DOT + 1 + digits);
            for (int i = digits; i < MOST_DIGITS; i++) {
                nanos *= 10;
            }
        }
        var time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos);
        return Instant.ofEpochSecond(day.toEpochSecond(time, ZoneOffset.UTC), time.getNano());
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
