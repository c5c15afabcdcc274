package de.einsnull.bus.api;

import org.osgi.annotation.versioning.ProviderType;

/** An open subscription. */
@ProviderType
public interface Subscription extends AutoCloseable {

    /**
     * How many messages wait for the group, including those under way to this node.
     *
     * @return number of messages, -1 while the broker is not reachable
     */
    long backlog();

    /**
     * Stops delivery and waits until a batch that is being handled has ended, at most ten seconds. What was not finished
     * goes back to the group. A second call does nothing.
     */
    @Override
    void close();
}
