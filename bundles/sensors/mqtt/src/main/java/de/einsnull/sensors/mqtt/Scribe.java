package de.einsnull.sensors.mqtt;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.sensorthings.binding.SeldomNews;
import de.einsnull.sensors.sensorthings.model.EntityType;
import java.time.Clock;

/** Writes down who created what; of observations once an hour who writes to which set. Thread-safe. */
final class Scribe {

    private static final int LONGEST = 200;

    private final AuditTrail audit;
    private final SeldomNews news;

    Scribe(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.news = new SeldomNews(clock);
    }

    /** An account of the bus, not of a person, created an entity. */
    void created(String account, String topic, EntityType type, long id) {
        boolean observed = type == EntityType.OBSERVATION;
        var object = "mqtt " + account + ": " + (observed ? topic : type.set() + "(" + id + ")");
        var text = object.length() <= LONGEST ? object : object.substring(0, LONGEST);
        if (!observed || news.isNews(text)) {
            audit.record("", observed ? "sensorthings.observed" : "sensorthings.created", text, true);
        }
    }
}
