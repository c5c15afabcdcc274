package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Puts observations that come one by one at the same time into one transaction: while one thread commits, the others queue
 * up, and the next takes all of them with it. Thread-safe.
 */
final class Combiner {

    private static final int MOST = 500;

    private static final class Waiting {

        private final Draft draft;
        private Outcome outcome;
        private RuntimeException failure;

        Waiting(Draft draft) {
            this.draft = draft;
        }

        boolean done() {
            return outcome != null || failure != null;
        }
    }

    private final Function<List<Draft>, List<Outcome>> creation;
    private final List<Waiting> queue = new ArrayList<>();
    private boolean busy;

    Combiner(Function<List<Draft>, List<Outcome>> creation) {
        this.creation = creation;
    }

    /** Creates one; returns after the commit. */
    Outcome create(Draft draft) {
        var mine = new Waiting(draft);
        var batch = join(mine);
        if (!batch.isEmpty()) {
            run(batch);
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.outcome;
    }

    /** Waits until another has done it, or until it is this thread's turn to do what waits. */
    private synchronized List<Waiting> join(Waiting mine) {
        queue.add(mine);
        boolean interrupted = false;
        while (busy && !mine.done()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // somebody may be storing it at this moment
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (mine.done()) {
            return List.of();
        }
        busy = true;
        queue.remove(mine);
        var batch = new ArrayList<Waiting>();
        batch.add(mine);
        while (!queue.isEmpty() && batch.size() < MOST) {
            batch.add(queue.remove(0));
        }
        return batch;
    }

    /** How many wait for their turn. */
    synchronized int waiting() {
        return queue.size();
    }

    private void run(List<Waiting> batch) {
        List<Outcome> outcomes = null;
        RuntimeException failure = null;
        try {
            outcomes = creation.apply(batch.stream().map(w -> w.draft).toList());
        } catch (RuntimeException e) {
            failure = e;
        }
        synchronized (this) {
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).outcome = outcomes == null ? null : outcomes.get(i);
                batch.get(i).failure = failure;
            }
            busy = false;
            notifyAll();
        }
    }
}
