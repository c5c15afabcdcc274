package de.einsnull.bus.artemis.broker;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.protocol.amqp.broker.ProtonProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Makes {@link BoundedAmqp}. */
final class BoundedAmqpFactory extends ProtonProtocolManagerFactory {

    private final int maxMessageBytes;

    BoundedAmqpFactory(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProtocolManager<?, ?> createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing) {
        return new BoundedAmqp(this, server, incoming, outgoing, maxMessageBytes);
    }
}
