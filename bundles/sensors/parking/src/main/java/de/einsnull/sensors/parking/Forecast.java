package de.einsnull.sensors.parking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Occupancy by what was usual: the mean of the same hour of the week, and where there is none yet of the same hour on days of
 * the same kind (Monday to Friday, Saturday, Sunday). Its error is measured by leaving out each day and forecasting it from
 * the others: the mean of the absolute differences (MAE).
 */
final class Forecast {

    private final List<Hour> hours = new ArrayList<>();

    /**
     * An hour with what it was.
     *
     * @param at local time of its beginning
     * @param share occupancy, 0 to 1
     */
    record Hour(ZonedDateTime at, double share) {}

    /**
     * How good it is.
     *
     * @param error mean absolute error, 0 to 1; NaN if nothing could be compared
     * @param compared how many hours were forecast and known
     * @param known how many hours are known
     */
    record Quality(double error, int compared, int known) {}

    Forecast(Hours all, int series) {
        for (int i = 0; i < all.count(); i++) {
            double share = all.share(i, series);
            if (!Double.isNaN(share)) {
                hours.add(new Hour(all.local(i), share));
            }
        }
    }

    /** The mean of an hour of the week; NaN if it was never seen. */
    double usual(DayOfWeek day, int hour) {
        return mean(one -> one.at().getDayOfWeek() == day && one.at().getHour() == hour);
    }

    /** What is expected; NaN if nobody can say. */
    double at(Instant time) {
        return at(time.atZone(Hours.ZONE), LocalDate.MIN);
    }

    private double at(ZonedDateTime time, LocalDate without) {
        double sameDay = mean(one -> one.at().getHour() == time.getHour()
                && one.at().getDayOfWeek() == time.getDayOfWeek()
                && !one.at().toLocalDate().equals(without));
        return !Double.isNaN(sameDay)
                ? sameDay
                : mean(one -> one.at().getHour() == time.getHour()
                        && kind(one.at()) == kind(time)
                        && !one.at().toLocalDate().equals(without));
    }

    Quality quality() {
        double sum = 0;
        int compared = 0;
        for (var hour : hours) {
            double expected = at(hour.at(), hour.at().toLocalDate());
            if (!Double.isNaN(expected)) {
                sum += Math.abs(expected - hour.share());
                compared++;
            }
        }
        return new Quality(compared == 0 ? Double.NaN : sum / compared, compared, hours.size());
    }

    private double mean(Predicate<Hour> which) {
        return hours.stream().filter(which).mapToDouble(Hour::share).average().orElse(Double.NaN);
    }

    private static int kind(ZonedDateTime at) {
        return switch (at.getDayOfWeek()) {
            case SATURDAY -> 1;
            case SUNDAY -> 2;
            default -> 0;
        };
    }
}
