package de.einsnull.bus.artemis;

import de.einsnull.bus.api.BatchReceiver;
import de.einsnull.bus.api.BusGroups;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.bus.artemis.group.GroupStore;
import de.einsnull.bus.artemis.group.GroupSubscription;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.link.Sender;
import de.einsnull.bus.artemis.message.MessageCodec;
import de.einsnull.bus.artemis.message.TopicFilter;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The bus on a broker that may come and go. Thread-safe. */
public final class ArtemisBus implements MessageBus, BusGroups {

    private final BrokerLink link;
    private final Supplier<Sender> sender;
    private final GroupStore store;
    private final BusMeters meters;
    private final Clock clock;
    private final Map<String, GroupSubscription> open = new ConcurrentHashMap<>();

    /**
     * Creates the bus.
     *
     * @param link broker
     * @param sender sends
     * @param meters counts
     * @param clock time
     */
    public ArtemisBus(BrokerLink link, Supplier<Sender> sender, BusMeters meters, Clock clock) {
        this.link = link;
        this.sender = sender;
        this.store = new GroupStore(link);
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> send(TopicMessage message) {
        return sender.get()
                .send(message.topic(), session -> MessageCodec.encode(session, message, true))
                .whenComplete((nothing, failure) -> meters.published(failure == null));
    }

    @Override
    public void notify(TopicMessage message) {
        sender.get().offer(message.topic(), session -> MessageCodec.encode(session, message, false));
    }

    @Override
    public Subscription subscribe(SubscriptionSpec spec, BatchReceiver receiver) {
        spec.filters().forEach(TopicFilter::check);
        var subscription = new GroupSubscription(
                spec, receiver, link, meters, clock, () -> open.computeIfPresent(spec.group(), this::unlessReopened));
        if (open.putIfAbsent(spec.group(), subscription) != null) {
            throw new IllegalArgumentException("The group is already open on this node: " + spec.group());
        }
        subscription.start();
        return subscription;
    }

    /** A subscription leaves the map when it is closed; closing happens once, so the one in the map is the one. */
    private GroupSubscription unlessReopened(String group, GroupSubscription subscription) {
        return null;
    }

    @Override
    public long forget(String group) {
        var subscription = open.get(group);
        if (subscription != null) {
            subscription.close();
        }
        return store.forget(group);
    }

    @Override
    public List<Group> list() {
        return store.list(open::containsKey);
    }

    /** Subscriptions that are open on this node. */
    public Collection<GroupSubscription> subscriptions() {
        return List.copyOf(open.values());
    }

    /** Closes what is still open. */
    public void close() {
        subscriptions().forEach(GroupSubscription::close);
    }
}
