package de.einsnull.sensors.mqtt;

import de.einsnull.health.api.Metrics;
import de.einsnull.sensors.sensorthings.model.EntityType;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what was told and what was taken. Thread-safe. */
final class Meters {

    private final Map<EntityType, Metrics.Counter> told = new EnumMap<>(EntityType.class);
    private final Metrics.Counter lost;
    private final Metrics.Counter taken;
    private final Metrics.Counter refused;
    private final AtomicLong losses = new AtomicLong();

    Meters(Metrics metrics) {
        for (var type : EntityType.values()) {
            told.put(
                    type,
                    metrics.counter("sensors.mqtt.published", "Notifications by MQTT, by kind.", "kind", type.set()));
        }
        lost = metrics.counter("sensors.mqtt.lost", "Notifications that could not be given.");
        taken = metrics.counter("sensors.mqtt.taken", "Entities created by MQTT.");
        refused = metrics.counter("sensors.mqtt.refused", "Messages by MQTT that created nothing.");
    }

    void told(EntityType type, boolean arrived) {
        if (arrived) {
            told.get(type).increment();
        } else {
            lost(1);
        }
    }

    void lost(int number) {
        losses.addAndGet(number);
        lost.add(number);
    }

    /** How many were lost since the start. */
    long losses() {
        return losses.get();
    }

    void taken(int number) {
        taken.add(number);
    }

    void refused() {
        refused.increment();
    }
}
