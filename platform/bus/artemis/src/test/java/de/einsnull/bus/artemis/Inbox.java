package de.einsnull.bus.artemis;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it receives. */
public final class Inbox implements BatchReceiver {

    private final List<TopicMessage> messages = new CopyOnWriteArrayList<>();

    @Override
    public void receive(List<TopicMessage> batch, Outlet outlet) {
        messages.addAll(batch);
    }

    public List<TopicMessage> messages() {
        return messages;
    }

    public List<String> texts() {
        return messages.stream().map(Inbox::text).toList();
    }

    public void await(int count) {
        Eventually.eventually(count + " messages arrived, have " + messages.size(), () -> messages.size() >= count);
    }

    public static String text(TopicMessage message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }

    public static TopicMessage message(String topic, String text) {
        return TopicMessage.of(topic, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
