package de.einsnull.jobs.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of a {@link ScheduledJob}, with the prefix {@value #PREFIX_}. Exactly one of cron and interval. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RunsAt {

    /** Prefix of the service properties. */
    String PREFIX_ = "einsnull.job.";

    /**
     * Identifies the job in all versions of its module; results are kept under it.
     *
     * @return lower-case words with dots and hyphens, at most 100 characters, for example {@code parking.cleanup}
     */
    String name();

    /**
     * When to run: minute, hour, day of month, month and day of week with blanks between them. Each is {@code *}, a number,
     * a range {@code 1-5}, a list {@code 1,15} or one of these with a step {@code 0-30/10}; days of week are 0 to 7 with
     * 0 and 7 for Sunday, or {@code mon} to {@code sun}. Where both days are given, either will do.
     *
     * @return for example {@code 30 3 * * *} for half past three every night; empty with an interval
     */
    String cron() default "";

    /**
     * Pause between the beginnings of two runs.
     *
     * @return seconds, 1 to 31,536,000; 0 with cron
     */
    long intervalInS() default 0;

    /**
     * Time zone of cron. A time that is skipped when clocks go forward runs right after the gap, one that comes twice runs
     * the first time.
     *
     * @return name of the zone
     */
    String zone() default "Europe/Berlin";

    /**
     * Longest time a run may take before it is interrupted and counts as failed.
     *
     * @return seconds, 1 to 86,400
     */
    long timeLimitInS() default 600;

    /**
     * Whether a run that was missed is made up for once, as soon as possible. Several missed ones are made up for by one.
     *
     * @return true to make up for it, false to wait for the next time
     */
    boolean catchUp() default false;
}
