package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.artemis.link.Endpoint;
import de.einsnull.bus.artemis.settings.Door;
import de.einsnull.bus.artemis.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running embedded broker. Starting blocks while the journal is read. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final Settings settings;
    private final ActiveMQServer server;
    private final Endpoint endpoint;
    private final Runnable revocations;
    private final Spaces spaces;
    private final SpaceGuard spaceGuard;
    private final List<DoorState> doors = new ArrayList<>();

    private EmbeddedBroker(
            Settings settings, ActiveMQServer server, Endpoint endpoint, DoorUsers users, SpaceGuard spaceGuard) {
        this.settings = settings;
        this.server = server;
        this.endpoint = endpoint;
        this.spaces = users.spaces();
        this.spaceGuard = spaceGuard;
        this.revocations = users.onRevoked(this::disconnect);
    }

    /**
     * Starts a broker with its doors closed.
     *
     * @param settings settings
     * @param users accounts at its doors
     * @param serverIds numbers that tell brokers within the process apart
     * @throws Exception if it cannot start, for example because another process uses its directory
     */
    public static EmbeddedBroker start(Settings settings, DoorUsers users, AtomicInteger serverIds) throws Exception {
        var insider = Insider.random();
        var guests = new Guests(users.spaces(), settings.guestTopics());
        var serverId = serverIds.incrementAndGet();
        var configuration = new BrokerSetup(settings).configuration(serverId, insider);
        var server = new ActiveMQServerImpl(configuration, null, new DoorSecurity(users, guests, insider));
        // Both, whichever door is open: the journal may hold messages of either.
        server.addProtocolManagerFactory(
                new BoundedMqttFactory(settings.limits().mqttPacketBytes(), users.spaces(), guests));
        server.addProtocolManagerFactory(
                new BoundedAmqpFactory(settings.limits().amqpMessageBytes()));
        var spaceGuard = new SpaceGuard(users, guests, insider.name());
        try {
            server.start();
            if (!server.waitForActivation(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The broker did not become active within a minute");
            }
            guard(server, spaceGuard);
        } catch (Exception e) {
            server.stop();
            throw e;
        }
        var transport = new TransportConfiguration(InVMConnectorFactory.class.getName(), Map.of("serverId", serverId));
        return new EmbeddedBroker(
                settings, server, Endpoint.inside(transport, insider.name(), insider.password()), users, spaceGuard);
    }

    private static void guard(ActiveMQServer server, SpaceGuard spaces) {
        var guard = new BrokerGuard(server, spaces);
        server.registerBrokerPlugin(guard);
        server.registerBrokerPlugin(spaces);
        server.getRemotingService().addIncomingInterceptor(guard);
    }

    /** How the platform connects. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Opens the doors. One that cannot be opened stays closed, and its state says why. */
    public void openDoors() {
        spaces.reset(spaceGuard.remembered(server));
        for (var door : settings.doors()) {
            doors.add(open(door));
        }
        spaces.reachable(doors.stream()
                .filter(d -> d.problem().isEmpty())
                .flatMap(d -> d.door().address().stream())
                .toList());
    }

    private DoorState open(Door door) {
        var acceptor = server.getRemotingService().getAcceptor(BrokerSetup.nameOf(door));
        if (acceptor == null) {
            return closed(door, "its settings are not usable (is the key store there, and its password right?)");
        }
        try {
            acceptor.start();
        } catch (Exception e) {
            return closed(door, e.getMessage());
        }
        if (!door.isLocal() && door.tls().isEmpty()) {
            LOG.warn(
                    "The {} door is open to the network on {}:{} without TLS",
                    door.protocol(),
                    door.host(),
                    door.port());
        }
        LOG.info(
                "{} door open on {}:{}{}",
                door.protocol(),
                door.host(),
                door.port(),
                door.tls().isPresent() ? " (TLS)" : "");
        return new DoorState(door, "");
    }

    private static DoorState closed(Door door, String problem) {
        LOG.error("The {} door cannot be opened on {}:{}: {}", door.protocol(), door.host(), door.port(), problem);
        return new DoorState(door, problem);
    }

    /** The doors that should be open. */
    public List<DoorState> doors() {
        return List.copyOf(doors);
    }

    /** Whether it works. */
    public boolean isActive() {
        return server.isActive();
    }

    /** Number of connections through a door. */
    public int connections(Door door) {
        var port = door.port();
        return (int) server.getRemotingService().getConnections().stream()
                .filter(c -> c.getTransportConnection().getLocalAddress() != null
                        && c.getTransportConnection().getLocalAddress().endsWith(":" + port))
                .count();
    }

    private void disconnect(String user) {
        try {
            spaceGuard.forget(server, user);
        } catch (Exception e) {
            LOG.warn("Subscriptions of the account {} could not be ended", user, e);
        }
        server.getSessions().stream()
                .filter(session -> user.equals(session.getUsername()))
                .forEach(session -> session.getRemotingConnection().disconnect(false));
    }

    /** Stops the broker; what is stored stays. */
    @Override
    public void close() {
        revocations.run();
        spaces.reachable(List.of());
        spaces.reset(List.of());
        closeDoors();
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The embedded broker did not stop cleanly", e);
        }
    }

    /** Before the rest, so that what clients leave behind is put in order while the journal is still open. */
    private void closeDoors() {
        for (var door : settings.doors()) {
            var acceptor = server.getRemotingService().getAcceptor(BrokerSetup.nameOf(door));
            if (acceptor != null) {
                close(acceptor);
            }
        }
        var deadline = System.nanoTime() + LEAVING.toNanos();
        while (server.getSessions().stream().anyMatch(session -> !isInside(session)) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LEAVING.toNanos() / 200);
        }
    }

    private static boolean isInside(ServerSession session) {
        return DoorSecurity.isInside(session.getRemotingConnection());
    }

    private static void close(Acceptor acceptor) {
        try {
            acceptor.stop();
        } catch (Exception e) {
            LOG.warn("The door {} did not close cleanly", acceptor.getName(), e);
        }
    }

    /**
     * Whether a door is open.
     *
     * @param door the door
     * @param problem why it is not open, or empty
     */
    public record DoorState(Door door, String problem) {}
}
