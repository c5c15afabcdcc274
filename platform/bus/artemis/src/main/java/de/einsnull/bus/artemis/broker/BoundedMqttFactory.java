package de.einsnull.bus.artemis.broker;

import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Makes {@link BoundedMqtt}. */
final class BoundedMqttFactory extends MQTTProtocolManagerFactory {

    private final int maxPacketBytes;

    BoundedMqttFactory(int maxPacketBytes) {
        this.maxPacketBytes = maxPacketBytes;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProtocolManager<?, ?> createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        var manager = super.createProtocolManager(server, parameters, incoming, outgoing);
        return new BoundedMqtt((MQTTProtocolManager) manager, this, maxPacketBytes);
    }
}
