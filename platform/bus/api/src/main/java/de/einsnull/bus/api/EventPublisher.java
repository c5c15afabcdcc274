package de.einsnull.bus.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells other modules that something happened. Safe for use by several threads at once.
 *
 * <p>A module that also writes to its database in the same step uses {@code Outbox} of the data API instead, so that
 * the row and the event are stored together or not at all.
 */
@ProviderType
public interface EventPublisher {

    /**
     * Publishes an event durably. Returns at once unless too much is under way, see {@link MessageBus#send}. Publishing
     * the same event again soon (the last 5,000 of a type are remembered) does not deliver it twice.
     *
     * @param event the event
     * @return completes when the event is stored by the broker, so that it survives a crash; completes exceptionally
     *     with a {@link BusException} when the broker did not take it, and the caller still owns the event then
     */
    CompletionStage<Void> publish(CityEvent event);
}
