package de.einsnull.sensors.mqtt;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.sensorthings.model.EntityType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes down who created what; of observations once an hour who writes to which set. Thread-safe. */
final class Scribe {

    private static final Duration QUIET = Duration.ofHours(1);
    private static final int MOST_REMEMBERED = 1_000;
    private static final int LONGEST = 200;

    private final AuditTrail audit;
    private final Clock clock;
    private final Map<String, Instant> told = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Scribe(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** An account of the bus, not of a person, created an entity. */
    void created(String account, String topic, EntityType type, long id) {
        boolean observed = type == EntityType.OBSERVATION;
        var object = "mqtt " + account + ": " + (observed ? topic : type.set() + "(" + id + ")");
        var text = object.length() <= LONGEST ? object : object.substring(0, LONGEST);
        if (!observed || isNews(text)) {
            audit.record("", observed ? "sensorthings.observed" : "sensorthings.created", text, true);
        }
    }

    private synchronized boolean isNews(String what) {
        var now = clock.instant();
        var before = told.get(what);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            return false;
        }
        told.put(what, now);
        return true;
    }
}
