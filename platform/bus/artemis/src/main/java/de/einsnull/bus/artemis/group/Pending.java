package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.message.Letter;
import de.einsnull.bus.artemis.message.MessageCodec;
import java.time.Instant;
import org.apache.activemq.artemis.api.core.client.ClientMessage;

/** A message that a worker holds and has not acknowledged yet. Used by one thread. */
final class Pending {

    private final ClientMessage core;
    private TopicMessage message;
    private int failures;

    Pending(ClientMessage core, Instant now) {
        this.core = core;
        this.message = MessageCodec.decode(core, Letter.topic(core), Math.max(1, core.getDeliveryCount()), now);
    }

    ClientMessage core() {
        return core;
    }

    TopicMessage message() {
        return message;
    }

    int failures() {
        return failures;
    }

    void failed() {
        failures++;
        message = new TopicMessage(
                message.topic(), message.payload(), message.attributes(), message.receivedAt(), message.attempt() + 1);
    }
}
