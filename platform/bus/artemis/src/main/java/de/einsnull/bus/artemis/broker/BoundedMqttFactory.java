package de.einsnull.bus.artemis.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManagerFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;

/** Makes {@link BoundedMqtt}. */
final class BoundedMqttFactory extends MQTTProtocolManagerFactory {

    /** Parameter of an acceptor for browsers, true or missing. */
    static final String WEB_SOCKET = "einsnullWebSocket";

    private final int maxPacketBytes;
    private final Spaces spaces;
    private final Guests guests;

    BoundedMqttFactory(int maxPacketBytes, Spaces spaces, Guests guests) {
        this.maxPacketBytes = maxPacketBytes;
        this.spaces = spaces;
        this.guests = guests;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProtocolManager<?, ?> createProtocolManager(
            ActiveMQServer server,
            Map<String, Object> parameters,
            List<BaseInterceptor> incoming,
            List<BaseInterceptor> outgoing)
            throws Exception {
        var known = new HashMap<>(parameters);
        boolean browsers = known.remove(WEB_SOCKET) != null;
        var manager = super.createProtocolManager(server, known, incoming, outgoing);
        return new BoundedMqtt(
                (MQTTProtocolManager) manager,
                this,
                maxPacketBytes,
                browsers,
                () -> new SpaceHandler(spaces, guests, browsers));
    }
}
