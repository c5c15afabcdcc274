package de.einsnull.sensors.simulator.city;

import java.time.Duration;
import java.time.Instant;

/** Weather of the demo city: the season as it is, in a warm and dry spell. */
public final class Climate {

    private static final double YEARLY_MEAN = 10.5;
    private static final double YEARLY_SWING = 9;
    private static final double WARM_SPELL = 3;
    private static final int MILDEST_DAY_BEFORE_SUMMER = 110;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private Climate() {}

    /**
     * Air temperature.
     *
     * @param station number of the station
     * @param at point in time
     * @return degrees Celsius
     */
    public static double temperature(int station, Instant at) {
        var local = at.atZone(CityDay.ZONE);
        double season = Math.sin(2 * Math.PI * (local.getDayOfYear() - MILDEST_DAY_BEFORE_SUMMER) / 365.0);
        double hour = local.toLocalTime().toSecondOfDay() / 3_600.0;
        double day = Math.cos(2 * Math.PI * (hour - 15) / 24) * (3.2 + 1.8 * season);
        long seconds = at.getEpochSecond();
        double days = 1.6 * Chance.wave(1, seconds, 2 * DAY);
        double place = 0.5 * Chance.wave(10 + station, seconds, 5_400) - 0.35 * station;
        return YEARLY_MEAN + YEARLY_SWING * season + WARM_SPELL + day + days + place;
    }

    /**
     * Relative humidity: lower when it is warmer than usual for the day.
     *
     * @param station number of the station
     * @param at point in time
     * @return percent, 25 to 98
     */
    public static double humidity(int station, Instant at) {
        double hour = at.atZone(CityDay.ZONE).toLocalTime().toSecondOfDay() / 3_600.0;
        double day = -12 * Math.cos(2 * Math.PI * (hour - 15) / 24);
        double change = 6 * Chance.wave(20 + station, at.getEpochSecond(), 7_200);
        return Math.max(25, Math.min(98, 64 + day + change));
    }

    /**
     * Wind speed.
     *
     * @param station number of the station
     * @param at point in time
     * @return metres per second, 0.2 to 8
     */
    public static double wind(int station, Instant at) {
        double slow = Chance.wave(2, at.getEpochSecond(), 21_600);
        double quick = Chance.wave(30 + station, at.getEpochSecond(), 1_800);
        return Math.max(0.2, Math.min(8, 2.9 + 1.4 * slow + 0.9 * quick));
    }

    /**
     * Air pressure at the station.
     *
     * @param station number of the station
     * @param at point in time
     * @return hectopascals, about 1,005 to 1,030
     */
    public static double pressure(int station, Instant at) {
        return 1_019 + 7 * Chance.wave(3, at.getEpochSecond(), 3 * DAY) - 0.2 * station;
    }

    /**
     * Moisture of the soil at a tree. Every tree is watered now and then and dries out in between; some wait too long.
     *
     * @param tree number of the tree
     * @param at point in time
     * @return percent of the volume, 6 to 40
     */
    public static double soilMoisture(int tree, Instant at) {
        double rhythm = 9 + 14 * Chance.unit(tree, 1);
        double days = at.getEpochSecond() / (double) DAY + 23 * Chance.unit(tree, 2);
        double sinceWatering = days % rhythm;
        double driest = 9 + 5 * Chance.unit(tree, 3);
        return driest + (16 + 6 * Chance.unit(tree, 4)) * Math.exp(-sinceWatering / 6);
    }

    /**
     * Temperature of the soil: the air's, slower and calmer.
     *
     * @param tree number of the tree
     * @param at point in time
     * @return degrees Celsius
     */
    public static double soilTemperature(int tree, Instant at) {
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += temperature(0, at.minusSeconds(i * DAY / 4));
        }
        return sum / 4 + 0.6 * Chance.unit(tree, 5);
    }
}
