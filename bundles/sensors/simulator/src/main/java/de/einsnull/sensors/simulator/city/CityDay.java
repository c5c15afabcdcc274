package de.einsnull.sensors.simulator.city;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** How a day goes in the demo city. All shares are from 0 to 1. */
public final class CityDay {

    /** The city's time zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final Set<DayOfWeek> MARKET = Set.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY);
    private static final int MARKET_OPENS = 7;
    private static final int MARKET_CLOSES = 13;

    private static final Curve CENTRE =
            new Curve(0, .10, 6, .12, 8, .52, 10, .82, 12, .78, 14, .70, 16, .80, 18, .62, 20, .36, 22, .2);
    private static final Curve SUNDAY = new Curve(0, .10, 9, .14, 12, .30, 15, .34, 18, .26, 22, .14);
    private static final Curve STATION = new Curve(0, .08, 5, .12, 6.5, .62, 8, .95, 15.5, .93, 17.5, .55, 20, .2);
    private static final Curve PARK = new Curve(0, .03, 8, .08, 11, .30, 15, .46, 18, .22, 21, .05);
    private static final Curve PARK_WEEKEND = new Curve(0, .03, 9, .12, 12, .55, 15, .88, 17, .70, 20, .12);
    private static final Curve CHARGING = new Curve(0, .72, 5, .62, 8, .32, 12, .40, 16, .38, 19, .66, 22, .78);
    private static final Curve TRAFFIC =
            new Curve(0, .05, 4, .04, 6, .30, 7.5, .95, 9, .62, 12, .66, 15, .72, 16.5, 1, 18.5, .62, 21, .24);
    private static final Curve WALKERS =
            new Curve(0, .01, 6, .02, 8, .18, 10, .62, 12, .78, 14, .60, 17, .85, 19, .30, 22, .06);

    private CityDay() {}

    /** What kind of place a car park is. */
    public enum Place {
        /** Shops, offices and the market. */
        CENTRE,
        /** Commuters. */
        STATION,
        /** Leisure. */
        PARK
    }

    /**
     * Whether the weekly market is on.
     *
     * @param at point in time
     * @return true on Tuesday and Saturday from 7 to 13 o'clock
     */
    public static boolean isMarket(Instant at) {
        var local = at.atZone(ZONE);
        return MARKET.contains(local.getDayOfWeek())
                && local.getHour() >= MARKET_OPENS
                && local.getHour() < MARKET_CLOSES;
    }

    /**
     * Share of the bays that are in use.
     *
     * @param place kind of place
     * @param at point in time
     * @return the share
     */
    public static double parking(Place place, Instant at) {
        var local = at.atZone(ZONE);
        var curve =
                switch (place) {
                    case CENTRE -> isSunday(local) ? SUNDAY : CENTRE;
                    case STATION -> isWeekend(local) ? SUNDAY : STATION;
                    case PARK -> isWeekend(local) ? PARK_WEEKEND : PARK;
                };
        return place == Place.CENTRE && isMarket(at) ? 0.97 : curve.at(local.toLocalTime());
    }

    /**
     * Share of the charging points in use: cars charge at night.
     *
     * @param at point in time
     * @return the share
     */
    public static double charging(Instant at) {
        return CHARGING.at(at.atZone(ZONE).toLocalTime());
    }

    /**
     * Traffic compared with the busiest time.
     *
     * @param at point in time
     * @return the share
     */
    public static double traffic(Instant at) {
        var local = at.atZone(ZONE);
        return TRAFFIC.at(local.toLocalTime()) * (isSunday(local) ? 0.42 : 1);
    }

    /**
     * People in the pedestrian zone compared with a usual busy time; more on market days.
     *
     * @param at point in time
     * @return 0 to 1.7
     */
    public static double walkers(Instant at) {
        var local = at.atZone(ZONE);
        double day = WALKERS.at(local.toLocalTime()) * (isSunday(local) ? 0.35 : 1);
        return isMarket(at) ? Math.min(1.7, day * 2 + 0.3) : day;
    }

    private static boolean isSunday(ZonedDateTime local) {
        return local.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isWeekend(ZonedDateTime local) {
        return isSunday(local) || local.getDayOfWeek() == DayOfWeek.SATURDAY;
    }
}
