package de.einsnull.bus.api;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Sends and receives raw messages on topics, for drivers and high-volume streams. Safe for use by several threads.
 *
 * <p>Topics and filters have the form of MQTT: levels separated by {@code /}, {@code +} for one level, a trailing
 * {@code #} for the rest. A message that a device publishes through the MQTT door on {@code a/b} is received by a
 * subscription to {@code a/+}.
 */
@ProviderType
public interface MessageBus {

    /**
     * Sends a message durably. Returns at once unless too much is under way already; then it waits for room, as long as
     * the setting {@code send.wait} of the bus says (ten seconds unless changed).
     *
     * <p>While the broker is away messages wait for it as long, so a short restart goes unnoticed.
     *
     * @param message the message; with the attribute {@link TopicMessage#DEDUPLICATION_ID} it may be sent again without
     *     being delivered again
     * @return completes when the broker has stored it for every durable subscription; completes exceptionally with a
     *     {@link BusException} otherwise, and the message may or may not have been stored then. Dependent actions run on
     *     a thread of the bus and must not block
     */
    CompletionStage<Void> send(TopicMessage message);

    /**
     * Sends a message to whoever listens now. It may be lost on a crash and does not reach groups that are not running.
     *
     * @param message the message
     */
    void notify(TopicMessage message);

    /**
     * Subscribes. Filters that overlap may bring a message once for each of them. Delivery starts as soon as the broker is reachable, and again by itself after it was away.
     *
     * @param spec what is wanted and how
     * @param receiver called with what arrives
     * @return closes the subscription when closed; a durable group keeps collecting afterwards
     * @throws IllegalArgumentException if the group name is already open on this node, or a filter is malformed or starts
     *     with a wildcard
     */
    Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver);

    /**
     * Ends a durable group for good and drops what waits for it.
     *
     * @param group name of the group; an unknown one is ignored
     * @return number of messages that were dropped
     */
    long forget(String group);
}
