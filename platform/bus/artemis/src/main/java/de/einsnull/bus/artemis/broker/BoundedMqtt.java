package de.einsnull.bus.artemis.broker;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.BaseInterceptor;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTProtocolManager;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTRoutingHandler;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyServerConnection;
import org.apache.activemq.artemis.spi.core.protocol.ConnectionEntry;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManager;
import org.apache.activemq.artemis.spi.core.protocol.ProtocolManagerFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.remoting.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis' MQTT with a bounded decoder. Artemis reads packets of up to 256 MiB into memory, from anybody, before it looks
 * at its own limit. A door is either for browsers (MQTT within a WebSocket) or for everything else.
 */
final class BoundedMqtt implements ProtocolManager<MQTTInterceptor, MQTTRoutingHandler> {

    private static final Logger LOG = LoggerFactory.getLogger(BoundedMqtt.class);
    private static final String DECODER = "bounded-mqtt-decoder";

    /** How Artemis names its part in the pipeline of a connection by WebSocket. */
    private static final String WEB_SOCKET = "websocket-handler";

    private final MQTTProtocolManager mqtt;
    private final ProtocolManagerFactory<MQTTInterceptor> factory;
    private final int maxPacketBytes;
    private final boolean browsers;
    private final Supplier<ChannelHandler> guard;

    BoundedMqtt(
            MQTTProtocolManager mqtt,
            ProtocolManagerFactory<MQTTInterceptor> factory,
            int maxPacketBytes,
            boolean browsers,
            Supplier<ChannelHandler> guard) {
        this.mqtt = mqtt;
        this.factory = factory;
        this.maxPacketBytes = maxPacketBytes;
        this.browsers = browsers;
        this.guard = guard;
    }

    @Override
    public void addChannelHandlers(ChannelPipeline pipeline) {
        mqtt.addChannelHandlers(pipeline);
        pipeline.replace(MqttDecoder.class, DECODER, new MqttDecoder(maxPacketBytes));
        pipeline.addAfter(DECODER, "spaces", guard.get());
        if (browsers == (pipeline.get(WEB_SOCKET) == null)) {
            var closing = pipeline.channel().close();
            LOG.debug("Refused a client at the wrong door: {}", closing);
        }
    }

    @Override
    public ProtocolManagerFactory<MQTTInterceptor> getFactory() {
        return factory;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateInterceptors(List<BaseInterceptor> incoming, List<BaseInterceptor> outgoing) {
        mqtt.updateInterceptors(incoming, outgoing);
    }

    @Override
    public ConnectionEntry createConnectionEntry(Acceptor acceptor, Connection connection) {
        return mqtt.createConnectionEntry(acceptor, connection);
    }

    @Override
    public void handleBuffer(RemotingConnection connection, ActiveMQBuffer buffer) {
        mqtt.handleBuffer(connection, buffer);
    }

    @Override
    public boolean isProtocol(byte[] start) {
        return mqtt.isProtocol(start);
    }

    @Override
    public boolean acceptsNoHandshake() {
        return mqtt.acceptsNoHandshake();
    }

    @Override
    public void handshake(NettyServerConnection connection, ActiveMQBuffer buffer) {
        mqtt.handshake(connection, buffer);
    }

    @Override
    public List<String> websocketSubprotocolIdentifiers() {
        return mqtt.websocketSubprotocolIdentifiers();
    }

    @Override
    public void setAnycastPrefix(String prefix) {
        mqtt.setAnycastPrefix(prefix);
    }

    @Override
    public void setMulticastPrefix(String prefix) {
        mqtt.setMulticastPrefix(prefix);
    }

    @Override
    public Map<SimpleString, RoutingType> getPrefixes() {
        return mqtt.getPrefixes();
    }

    @Override
    public void setSecurityDomain(String domain) {
        mqtt.setSecurityDomain(domain);
    }

    @Override
    public String getSecurityDomain() {
        return mqtt.getSecurityDomain();
    }

    @Override
    public MQTTRoutingHandler getRoutingHandler() {
        return mqtt.getRoutingHandler();
    }
}
