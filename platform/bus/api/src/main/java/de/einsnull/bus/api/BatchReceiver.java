package de.einsnull.bus.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Handles messages in batches; one batch is one broker transaction. */
@ConsumerType
@FunctionalInterface
public interface BatchReceiver {

    /**
     * Handles a batch. Returning acknowledges all its messages and sends what was put into the outlet, together and
     * atomically. Called from {@link SubscriptionSpec#concurrency()} threads at most, never twice at once for the same
     * message.
     *
     * @param batch one message or more, in order of arrival
     * @param outlet takes what is to be sent on or put aside in the same transaction; valid during the call only
     * @throws TryLaterException when nothing can be handled at the moment: the batch comes again and no attempt is counted
     * @throws Exception when the batch could not be handled: nothing is acknowledged or sent, and its messages come
     *     again, one by one, after the retry delay. Those that fail again come again after those that succeed, so use
     *     batches of one where order matters more than progress
     */
    void receive(List<TopicMessage> batch, Outlet outlet) throws Exception;
}
