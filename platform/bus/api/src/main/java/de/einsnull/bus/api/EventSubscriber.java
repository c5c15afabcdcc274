package de.einsnull.bus.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Receives city events. Register it as an OSGi service and describe what it wants with {@link SubscribesTo}.
 *
 * <p>Every group gets every event of its types once, even while no member of the group is running: the events wait in a
 * durable queue. Members of one group (also on other nodes) share the work. Delivery is at least once; use
 * {@code ProcessedEvents} of the data API to be idempotent.
 */
@ConsumerType
public interface EventSubscriber {

    /**
     * Handles one event. Called from as many threads at once as {@link SubscribesTo#concurrency()} says.
     *
     * @param event the event
     * @throws TryLaterException when nothing can be handled at the moment: the event comes again and no attempt is counted
     * @throws Exception when it could not be handled: the event is given again after
     *     {@link SubscribesTo#retryDelayInMs()}, and becomes a {@link DeadLetter} after
     *     {@link SubscribesTo#maxAttempts()}
     */
    void onEvent(CityEvent event) throws Exception;
}
