package de.einsnull.bus.artemis;

import de.einsnull.bus.artemis.broker.DoorUsers;
import de.einsnull.bus.artemis.broker.EmbeddedBroker;
import de.einsnull.bus.artemis.broker.EmbeddedBroker.DoorState;
import de.einsnull.bus.artemis.dead.DeadLetterBox;
import de.einsnull.bus.artemis.event.TopicEventPublisher;
import de.einsnull.bus.artemis.link.BrokerLink;
import de.einsnull.bus.artemis.link.Sender;
import de.einsnull.bus.artemis.link.WildcardProbe;
import de.einsnull.bus.artemis.settings.Settings;
import de.einsnull.bus.artemis.settings.Settings.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** The parts of the bus, wired. They live as long as the runtime, while brokers and connections come and go. */
public final class BusRuntime implements AutoCloseable {

    private static final AtomicInteger SERVER_IDS = new AtomicInteger();

    private final BrokerLink link;
    private final BrokerKeeper keeper;
    private final ArtemisBus bus;
    private final DeadLetterBox deadLetters;
    private volatile Sender sender;

    /**
     * Creates the bus; it starts with {@link #apply}.
     *
     * @param users accounts at the doors
     * @param meters counts
     * @param clock time
     */
    public BusRuntime(DoorUsers users, BusMeters meters, Clock clock) {
        link = new BrokerLink(this::prepare);
        keeper = new BrokerKeeper(link, users, SERVER_IDS);
        sender = new Sender(link, Duration.ofSeconds(10), 1_000);
        bus = new ArtemisBus(link, () -> sender, meters, clock);
        deadLetters = new DeadLetterBox(link);
    }

    private Void prepare(ClientSession session) throws ActiveMQException {
        if (isExternal()) {
            WildcardProbe.check(session);
        }
        DeadLetterBox.ensure(session);
        return null;
    }

    /**
     * Goes on with other settings. Returns at once; messages under way may fail.
     *
     * @param settings settings
     */
    public void apply(Settings settings) {
        var limits = settings.limits();
        var old = sender;
        sender = new Sender(link, limits.sendWait(), limits.maxInFlight());
        old.close();
        keeper.apply(settings);
    }

    /**
     * Stops using a broker because the settings are not usable.
     *
     * @param why what is wrong with them
     */
    public void refuse(String why) {
        keeper.refuse("The settings of the bus are not usable: " + why);
    }

    /** Whether the settings name an external broker. */
    public boolean isExternal() {
        return keeper.settings()
                .map(settings -> settings.external().isPresent())
                .orElse(false);
    }

    /** Whether there is no connection yet, and no reason to worry either. */
    public boolean isStarting() {
        return keeper.isStarting();
    }

    /** Why there is no connection. */
    public String problem() {
        return keeper.problem().isEmpty() ? link.problem() : keeper.problem();
    }

    /** Where the embedded broker stores; empty with an external one. */
    public Optional<Storage> storage() {
        return keeper.settings()
                .filter(settings -> settings.external().isEmpty())
                .map(Settings::storage);
    }

    /** The embedded broker, while one runs. */
    public Optional<EmbeddedBroker> broker() {
        return keeper.broker();
    }

    /** Doors of the embedded broker that should be open. */
    public List<DoorState> doors() {
        return keeper.broker().map(EmbeddedBroker::doors).orElse(List.of());
    }

    /** Publishes and subscribes. */
    public ArtemisBus bus() {
        return bus;
    }

    /** Publishes events. */
    public TopicEventPublisher publisher() {
        return new TopicEventPublisher(bus);
    }

    /** What could not be handled. */
    public DeadLetterBox deadLetters() {
        return deadLetters;
    }

    /** The connection. */
    public BrokerLink link() {
        return link;
    }

    @Override
    public void close() {
        bus.close();
        sender.close();
        keeper.close();
        link.close();
    }
}
