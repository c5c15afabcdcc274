package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.Outlet;
import de.einsnull.bus.api.TopicMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects until the batch has succeeded. Used by one thread. */
final class BatchOutlet implements Outlet {

    private final List<Pending> batch;
    private final List<TopicMessage> sends = new ArrayList<>();
    private final List<Aside> asides = new ArrayList<>();
    private boolean closed;

    BatchOutlet(List<Pending> batch) {
        this.batch = batch;
    }

    @Override
    public void send(TopicMessage message) {
        requireOpen();
        sends.add(Objects.requireNonNull(message, "message"));
    }

    @Override
    public void putAside(TopicMessage message, String cause, String detail) {
        requireOpen();
        var pending = batch.stream()
                .filter(candidate -> candidate.message().equals(message))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a message of this batch"));
        asides.add(new Aside(pending, Objects.requireNonNull(cause, "cause"), detail));
    }

    void close() {
        closed = true;
    }

    List<TopicMessage> sends() {
        return sends;
    }

    List<Aside> asides() {
        return asides;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The outlet is valid during the call of the receiver only");
        }
    }

    record Aside(Pending pending, String cause, String detail) {}
}
