package de.einsnull.jobs.core;

import de.einsnull.jobs.api.ScheduledJob;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One job on this node: when it is due and the run it has under way, of which there is never more than one. */
final class JobLane {

    private final JobSpec spec;
    private final ScheduledJob job;
    private Instant due;
    private Instant planned;
    private Run run;
    private boolean gone;
    private String trouble = "";

    /** A run under way. */
    private static final class Run {
        private final Thread thread;
        private final CountDownLatch end = new CountDownLatch(1);
        private Instant calledAt;
        private int told;

        Run(Thread thread) {
            this.thread = thread;
        }
    }

    /** What the clock has to say to a run. */
    enum Lateness {
        /** Nothing: it is within its limit, or was told. */
        NONE,
        /** It is over its limit and was interrupted now. */
        LATE,
        /** It goes on although it was interrupted. */
        STUCK
    }

    JobLane(JobSpec spec, ScheduledJob job, Instant now) {
        this.spec = spec;
        this.job = job;
        schedule(now);
    }

    JobSpec spec() {
        return spec;
    }

    ScheduledJob job() {
        return job;
    }

    private void schedule(Instant after) {
        due = spec.schedule().next(after);
        planned = due;
    }

    /** The clock was set back: what is due is reckoned anew, else nothing would be until the old time comes again. */
    synchronized void clockWentBack(Instant now) {
        if (due.isAfter(now)) {
            schedule(now);
        }
    }

    synchronized Instant due() {
        return due;
    }

    /** Why it could not even be tried the last time, empty if it could. */
    synchronized String trouble() {
        return trouble;
    }

    synchronized boolean isRunning() {
        return run != null;
    }

    /**
     * Takes the lane for the time that is due.
     *
     * @return that time; null if none is due, a run is under way or the job is gone
     */
    synchronized Instant takeDue(Instant now, Thread thread) {
        if (now.isBefore(due) || run != null || gone) {
            return null;
        }
        var taken = planned;
        schedule(now);
        run = new Run(thread);
        return taken;
    }

    /** Takes the lane at once; false if a run is under way or the job is gone. */
    synchronized boolean take(Thread thread) {
        if (run != null || gone) {
            return false;
        }
        run = new Run(thread);
        return true;
    }

    /** The job itself is called now. */
    synchronized void called(Instant now) {
        run.calledAt = now;
        trouble = "";
    }

    /** It could not be tried; it will be soon, for the same time. */
    synchronized void postpone(Instant forTime, Instant until, String why) {
        trouble = why;
        if (until.isBefore(due)) {
            due = until;
            planned = forTime;
        }
    }

    /** Gives the lane back. */
    synchronized void leave() {
        run.end.countDown();
        run = null;
    }

    /** Interrupts a run that takes too long. */
    synchronized Lateness look(Instant now, Duration toEnd) {
        if (run == null || run.calledAt == null || run.told > 1) {
            return Lateness.NONE;
        }
        var limit = run.calledAt.plus(spec.limit());
        if (run.told == 0 && now.isAfter(limit)) {
            run.told = 1;
            run.thread.interrupt();
            return Lateness.LATE;
        }
        if (run.told == 1 && now.isAfter(limit.plus(toEnd))) {
            run.told = 2;
            return Lateness.STUCK;
        }
        return Lateness.NONE;
    }

    synchronized boolean isLate() {
        return run != null && run.told > 0;
    }

    synchronized boolean isGone() {
        return gone;
    }

    /** Ends for good: interrupts a run and waits a moment for it. */
    void close(Duration patience) {
        CountDownLatch end;
        synchronized (this) {
            gone = true;
            if (run == null) {
                return;
            }
            run.thread.interrupt();
            end = run.end;
        }
        try {
            if (!end.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                synchronized (this) {
                    trouble = "does not end";
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
