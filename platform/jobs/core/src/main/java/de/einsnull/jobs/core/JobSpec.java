package de.einsnull.jobs.core;

import de.einsnull.jobs.api.RunsAt;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/**
 * What a job's service properties ask for, checked.
 *
 * @param name identifies it
 * @param schedule when it runs
 * @param times the same as it was written, for people
 * @param limit longest run
 * @param catchUp whether missed runs are made up for
 * @param bundleId id of the bundle that brings it
 */
record JobSpec(String name, Schedule schedule, String times, Duration limit, boolean catchUp, long bundleId) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,98}[a-z0-9])?");
    private static final long YEAR_IN_S = 31_536_000;
    private static final long DAY_IN_S = 86_400;

    /**
     * Reads and checks.
     *
     * @throws IllegalArgumentException with a sentence that the module's author can act on
     */
    static JobSpec of(Map<String, Object> properties) {
        var name = text(properties, "name", "");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(RunsAt.PREFIX_
                    + "name must be lower-case words with dots and hyphens, at most 100 characters, but is '" + name
                    + "'");
        }
        var cron = text(properties, "cron", "");
        long interval = number(properties, "intervalInS", 0, 0, YEAR_IN_S);
        if (cron.isBlank() == (interval == 0)) {
            throw new IllegalArgumentException("Job " + name + " needs exactly one of " + RunsAt.PREFIX_ + "cron and "
                    + RunsAt.PREFIX_ + "intervalInS");
        }
        var zone = zone(text(properties, "zone", "Europe/Berlin"));
        boolean catchUp = Boolean.parseBoolean(text(properties, "catchUp", "false"));
        long bundle = properties.get(Constants.SERVICE_BUNDLEID) instanceof Long id ? id : -1;
        return new JobSpec(
                name,
                interval > 0 ? new Schedule.Interval(Duration.ofSeconds(interval)) : new Cron(cron, zone),
                interval > 0 ? interval + " s" : cron.strip() + " " + zone,
                Duration.ofSeconds(number(properties, "timeLimitInS", 600, 1, DAY_IN_S)),
                catchUp,
                bundle);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(RunsAt.PREFIX_ + "zone is not a time zone: '" + name + "'", e);
        }
    }

    private static String text(Map<String, Object> properties, String name, String otherwise) {
        return String.valueOf(properties.getOrDefault(RunsAt.PREFIX_ + name, otherwise));
    }

    /** A component descriptor may give numbers as text. */
    private static long number(Map<String, Object> properties, String name, long otherwise, long least, long most) {
        var text = text(properties, name, Long.toString(otherwise));
        if (!text.matches("\\d{1,12}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            throw new IllegalArgumentException(RunsAt.PREFIX_ + name + " must be a number from " + least + " to " + most
                    + " but is '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
