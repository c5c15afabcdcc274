package de.einsnull.sensors.core.host;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.core.ingest.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one message led to; becomes real with the acknowledgement of its batch. Used by one thread after the other. */
final class Collected {

    private final TopicMessage message;
    private final List<TopicMessage> reports = new ArrayList<>();
    private Optional<Refusal> refusal = Optional.empty();

    Collected(TopicMessage message) {
        this.message = message;
    }

    void add(TopicMessage report) {
        reports.add(report);
    }

    /** Remembers the first reason why the message, or a part of it, is not stored. */
    void refuse(Refusal why) {
        if (refusal.isEmpty()) {
            refusal = Optional.of(why);
        }
    }

    /** A message that failed as a whole emits nothing. */
    void fail(Refusal why) {
        reports.clear();
        refusal = Optional.of(why);
    }

    boolean isEmpty() {
        return reports.isEmpty() && refusal.isEmpty();
    }

    Optional<Refusal> refusal() {
        return refusal;
    }

    void deliver(Outlet outlet) {
        reports.forEach(outlet::send);
        refusal.filter(r -> !r.outcome().equals(Outcomes.IGNORED_DEVICE))
                .ifPresent(r -> outlet.putAside(message, r.outcome(), r.detail()));
    }
}
