package de.einsnull.sensors.core.host;

import de.einsnull.sensors.api.driver.SensorDriver;
import java.util.ArrayDeque;
import java.util.Deque;

/** The name of an instance, who has it, and who waits for it. Used under the lock of the host, but for {@code current}. */
final class Slot {

    /** A driver service. */
    record Offer(SensorDriver driver, String pid, long bundle) {}

    /** The instance that has the name, with what is to be undone when it goes. */
    record Running(Offer offer, Instance instance, Runnable check) {

        void stop() {
            check.run();
            instance.life().stop();
        }
    }

    private final Deque<Offer> waiting = new ArrayDeque<>();
    private boolean claimed;
    private volatile Running current;

    /** What runs, null if nothing does. */
    Running current() {
        return current;
    }

    void take(Running running) {
        current = running;
    }

    /** Whether the offer has the name now; otherwise it waits. */
    boolean claim(Offer offer) {
        if (claimed) {
            waiting.add(offer);
            return false;
        }
        claimed = true;
        return true;
    }

    /** Gives the name to who is next, or to nobody: then null. */
    Offer passOn() {
        var next = waiting.poll();
        claimed = next != null;
        return next;
    }

    boolean withdraw(SensorDriver driver) {
        return waiting.removeIf(o -> o.driver() == driver);
    }

    boolean isContested() {
        return !waiting.isEmpty();
    }
}
