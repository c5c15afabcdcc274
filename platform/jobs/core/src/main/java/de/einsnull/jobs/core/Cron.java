package de.einsnull.jobs.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Times in the five fields of cron: minute, hour, day of month, month, day of week. Where both days are restricted either
 * will do, as cron has always had it. A time that the clocks skip is taken right after the gap; one that comes twice, the
 * first time.
 */
final class Cron implements Schedule {

    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** 29 February on a given weekday comes every 28 years, 40 where a leap year is left out. */
    private static final int YEARS_AHEAD = 41;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean eitherDay;
    private final ZoneId zone;

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException with a sentence that the module's author can act on
     */
    Cron(String expression, ZoneId zone) {
        var fields = expression.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "cron needs five fields (minute, hour, day, month, day of week) but is '" + expression + "'");
        }
        this.zone = zone;
        minutes = field(fields[0], 0, 59);
        hours = field(fields[1], 0, 23);
        days = field(fields[2], 1, 31);
        months = field(fields[3], 1, 12);
        weekdays = field(withoutNames(fields[4]), 0, 7);
        if (weekdays.get(7)) {
            weekdays.set(0);
        }
        eitherDay = !fields[2].startsWith("*") && !fields[4].startsWith("*");
        if (nextDay(LocalDate.of(2000, 1, 1)) == null) {
            throw new IllegalArgumentException("cron names a day that never comes: '" + expression + "'");
        }
    }

    private static String withoutNames(String field) {
        var text = field.toLowerCase(Locale.ROOT);
        for (int day = 0; day < DAYS.size(); day++) {
            text = text.replace(DAYS.get(day), Integer.toString(day));
        }
        return text;
    }

    private static BitSet field(String text, int least, int most) {
        var set = new BitSet(most + 1);
        for (var part : text.split(",", -1)) {
            var step = part.split("/", -1);
            var range = step[0].split("-", -1);
            boolean all = step[0].equals("*");
            int from = all ? least : number(range[0], text);
            int to = all || (range.length == 1 && step.length == 2) ? most : number(range[range.length - 1], text);
            int by = step.length == 2 ? number(step[1], text) : 1;
            if (step.length > 2 || range.length > 2 || from < least || to > most || from > to || by < 1) {
                throw new IllegalArgumentException(
                        "'" + text + "' in cron is not a field of numbers from " + least + " to " + most);
            }
            for (int value = from; value <= to; value += by) {
                set.set(value);
            }
        }
        return set;
    }

    private static int number(String text, String field) {
        if (!text.matches("\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' in cron's field '" + field + "' is not a number");
        }
        return Integer.parseInt(text);
    }

    @Override
    public Instant next(Instant after) {
        var start =
                LocalDateTime.ofInstant(after, zone).withSecond(0).withNano(0).minusHours(1);
        var time = start;
        while (true) {
            time = nextLocal(time);
            // Of a time that comes twice this is the first; one that is skipped moves behind the gap.
            var instant = time.atZone(zone).toInstant();
            if (instant.isAfter(after)) {
                return instant;
            }
        }
    }

    private LocalDateTime nextLocal(LocalDateTime after) {
        var day = after.toLocalDate();
        if (matches(day)) {
            var time = nextTime(after.toLocalTime());
            if (time != null) {
                return day.atTime(time);
            }
        }
        return nextDay(day.plusDays(1)).atTime(hours.nextSetBit(0), minutes.nextSetBit(0));
    }

    private LocalTime nextTime(LocalTime after) {
        int minute = minutes.nextSetBit(after.getMinute() + 1);
        if (hours.get(after.getHour()) && minute >= 0) {
            return LocalTime.of(after.getHour(), minute);
        }
        int hour = hours.nextSetBit(after.getHour() + 1);
        return hour < 0 ? null : LocalTime.of(hour, minutes.nextSetBit(0));
    }

    private LocalDate nextDay(LocalDate from) {
        for (var day = from; day.getYear() <= from.getYear() + YEARS_AHEAD; day = day.plusDays(1)) {
            if (!months.get(day.getMonthValue())) {
                day = day.withDayOfMonth(day.lengthOfMonth());
            } else if (matches(day)) {
                return day;
            }
        }
        return null;
    }

    private boolean matches(LocalDate day) {
        boolean inMonth = days.get(day.getDayOfMonth());
        boolean inWeek = weekdays.get(day.getDayOfWeek().getValue() % 7);
        return months.get(day.getMonthValue()) && (eitherDay ? inMonth || inWeek : inMonth && inWeek);
    }
}
