package de.einsnull.bus.api;

import org.osgi.annotation.versioning.ProviderType;

/** Collects what a {@link BatchReceiver} sends or puts aside within the transaction of its batch. */
@ProviderType
public interface Outlet {

    /**
     * Sends a message on, durably, when the batch is acknowledged.
     *
     * @param message the message
     */
    void send(TopicMessage message);

    /**
     * Puts one message of the batch aside as a {@link DeadLetter}, so that the others can go on.
     *
     * @param message a message of the batch
     * @param cause short stable code, for example {@code malformed-json}
     * @param detail what exactly is wrong, for the operator
     */
    void putAside(TopicMessage message, String cause, String detail);
}
