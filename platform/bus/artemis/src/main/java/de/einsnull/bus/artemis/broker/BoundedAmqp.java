package de.einsnull.bus.artemis.broker;

import java.util.List;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.ActiveMQProtonRemotingConnection;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManager;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;
import org.apache.activemq.artemis.protocol.amqp.proton.ProtonDeliveryHandler;
import org.apache.activemq.artemis.protocol.amqp.proton.handler.EventHandler;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;

/** Artemis' AMQP with bounded messages. Artemis takes messages of any size and writes the large ones to the disk. */
final class BoundedAmqp extends ProtonProtocolManager {

    private final int maxMessageBytes;

    @SuppressWarnings("rawtypes")
    BoundedAmqp(
            ProtonProtocolManagerFactory factory,
            ActiveMQServer server,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing,
            int maxMessageBytes) {
        super(factory, server, incoming, outgoing);
        this.maxMessageBytes = maxMessageBytes;
        // No message is read in pieces: only then its size so far is known.
        setAmqpMinLargeMessageSize(-1);
        // Without ANONYMOUS, which would end the connection only after it seems to be open.
        setSaslMechanisms(new String[] {"PLAIN"});
    }

    @Override
    public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
        var entry = super.createConnectionEntry(acceptor, connection);
        ((ActiveMQProtonRemotingConnection) entry.connection)
                .getAmqpConnection()
                .addEventHandler(new Bounds());
        return entry;
    }

    /** Is told after Artemis, so that a link that was accepted has its handler already. */
    private final class Bounds implements EventHandler {

        @Override
        public void onRemoteOpen(Link link) {
            if (link instanceof Receiver receiver && link.getContext() instanceof ProtonDeliveryHandler handler) {
                receiver.setMaxMessageSize(UnsignedLong.valueOf(maxMessageBytes));
                receiver.setContext(new BoundedReceiver(receiver, handler, maxMessageBytes));
            }
        }
    }
}
