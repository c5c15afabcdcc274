package de.einsnull.sensors.mqtt;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.api.TopicSpace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent. */
final class FakeBus implements MessageBus {

    private final List<TopicMessage> sent = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile BatchReceiver receiver;

    void refuse() {
        refusing = true;
    }

    BatchReceiver receiver() {
        return receiver;
    }

    /** In the form {@code audience topic payload}. */
    List<String> lines() {
        return sent.stream()
                .map(m -> m.attributes().get(TopicSpace.AUDIENCE) + " " + m.topic() + " "
                        + new String(m.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public CompletionStage<Void> send(TopicMessage message) {
        if (refusing) {
            return CompletableFuture.failedStage(new BusException("no", null));
        }
        sent.add(message);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void notify(TopicMessage message) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, BatchReceiver its) {
        receiver = its;
        return new Subscription() {
            @Override
            public long backlog() {
                return 0;
            }

            @Override
            public void close() {
                receiver = null;
            }
        };
    }

    @Override
    public long forget(String group) {
        return 0;
    }
}
