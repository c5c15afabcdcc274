package de.einsnull.bus.artemis.module;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The bus as one bundle sees it: what it sends is counted. */
final class ModuleBus implements MessageBus {

    private final MessageBus bus;
    private final Floodgate gate;

    ModuleBus(MessageBus bus, Floodgate gate) {
        this.bus = bus;
        this.gate = gate;
    }

    @Override
    public CompletionStage<Void> send(TopicMessage message) {
        return gate.admits(message.topic())
                ? bus.send(message)
                : CompletableFuture.failedFuture(
                        new BusException("The module sends more messages than it may; the rest is refused", null));
    }

    @Override
    public void notify(TopicMessage message) {
        if (gate.admits(message.topic())) {
            bus.notify(message);
        }
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver) {
        return bus.subscribe(spec, receiver);
    }

    @Override
    public long forget(String group) {
        return bus.forget(group);
    }
}
