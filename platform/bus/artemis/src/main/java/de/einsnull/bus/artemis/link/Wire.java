package de.einsnull.bus.artemis.link;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.api.core.client.SessionFailureListener;

/** One connection to a broker, from being made to being lost. Thread-safe. */
public final class Wire implements AutoCloseable {

    private static final int ACK_BATCH_BYTES = 1024 * 1024;

    private final Endpoint endpoint;
    private final ServerLocator locator;
    private final ClientSessionFactory factory;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Wire(Endpoint endpoint, ServerLocator locator, ClientSessionFactory factory) {
        this.endpoint = endpoint;
        this.locator = locator;
        this.factory = factory;
    }

    static Wire connect(Endpoint endpoint, BrokerLink.Task<Void> prepare, Consumer<Wire> onLost) throws Exception {
        var locator = endpoint.locator();
        try {
            var wire = new Wire(endpoint, locator, locator.createSessionFactory());
            // A listener on the connection itself is not told when the peer dies; one on a session is.
            wire.session(true).addFailureListener(wire.listener(onLost));
            try (var session = wire.session(true)) {
                session.start();
                prepare.run(session);
            }
            return wire;
        } catch (Exception e) {
            locator.close();
            throw e;
        }
    }

    private SessionFailureListener listener(Consumer<Wire> onLost) {
        return new SessionFailureListener() {
            @Override
            public void connectionFailed(ActiveMQException exception, boolean failedOver) {
                // Not on the connection's own thread: closing waits for it.
                var thread = new Thread(() -> onLost.accept(Wire.this), "bus-link-lost");
                thread.setDaemon(true);
                thread.start();
            }

            @Override
            public void connectionFailed(
                    ActiveMQException exception, boolean failedOver, String scaleDownTargetNodeId) {
                connectionFailed(exception, failedOver);
            }

            @Override
            public void beforeReconnect(ActiveMQException exception) {
                // Does not happen: a lost connection is replaced, see Endpoint.
            }
        };
    }

    /** Whether it has not been closed or lost. */
    public boolean isUp() {
        return !closed.get() && !factory.isClosed();
    }

    /**
     * Opens a session, not yet started.
     *
     * @param auto whether sends and acknowledgements take effect at once; else with commit
     */
    public ClientSession session(boolean auto) throws ActiveMQException {
        return factory.createSession(endpoint.user(), endpoint.password(), false, auto, auto, false, ACK_BATCH_BYTES);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            factory.close();
            locator.close();
        }
    }
}
