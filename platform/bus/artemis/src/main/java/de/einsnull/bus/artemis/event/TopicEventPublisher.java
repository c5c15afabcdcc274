package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventPublisher;
import de.einsnull.bus.api.MessageBus;
import java.util.concurrent.CompletionStage;

/** Publishes events as messages of the bus. */
public final class TopicEventPublisher implements EventPublisher {

    private final EventCodec codec = new EventCodec();
    private final MessageBus bus;

    /**
     * Creates the publisher.
     *
     * @param bus carries the events
     */
    public TopicEventPublisher(MessageBus bus) {
        this.bus = bus;
    }

    @Override
    public CompletionStage<Void> publish(CityEvent event) {
        return bus.send(codec.encode(event));
    }
}
