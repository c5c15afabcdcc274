package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.artemis.Names;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ServerConsumer;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerConsumerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps accounts away from what is not theirs although its address is: the queues of groups, and the sessions of MQTT
 * clients that use another account.
 */
final class BrokerGuard implements ActiveMQServerConsumerPlugin, MQTTInterceptor {

    private final ActiveMQServer server;
    private final SpaceGuard spaces;

    BrokerGuard(ActiveMQServer server, SpaceGuard spaces) {
        this.server = server;
        this.spaces = spaces;
    }

    @Override
    public void afterCreateConsumer(ServerConsumer consumer) throws ActiveMQException {
        var session = server.getSessionByID(consumer.getSessionID());
        if (session == null || DoorSecurity.isInside(session.getRemotingConnection())) {
            return;
        }
        if (isOurs(consumer.getQueueName().toString())
                || spaces.isOfOther(consumer.getQueue(), session.getUsername())) {
            close(consumer);
            throw new ActiveMQSecurityException("The queue belongs to the platform or to another account");
        }
    }

    private static void close(ServerConsumer consumer) throws ActiveMQException {
        try {
            consumer.close(false);
        } catch (ActiveMQException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Could not close a consumer that is not allowed", e);
        }
    }

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        if (packet instanceof MqttConnectMessage connect) {
            var id = Objects.requireNonNullElse(connect.payload().clientIdentifier(), "");
            return !isOurs(id) && !belongsToOther(id, connect.payload().userName()) && !isLastingGuest(connect);
        }
        return true;
    }

    /** What waits for a client that may never come back would fill the disk. */
    private static boolean isLastingGuest(MqttConnectMessage connect) {
        if (!Guests.isGuest(connect.payload().userName())) {
            return false;
        }
        var header = connect.variableHeader();
        var expiry = header.properties().getProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value());
        boolean lasts = expiry != null && !Integer.valueOf(0).equals(expiry.value());
        return lasts || !header.isCleanSession();
    }

    private boolean belongsToOther(String clientId, String user) {
        return !clientId.isEmpty()
                && server.getSessions().stream()
                        .filter(session -> isMqttClient(session, clientId))
                        .anyMatch(session -> !Objects.equals(session.getUsername(), user));
    }

    private static boolean isMqttClient(ServerSession session, String clientId) {
        return clientId.equals(session.getRemotingConnection().getClientID())
                && session.getRemotingConnection().getProtocolName().startsWith("MQTT");
    }

    private static boolean isOurs(String name) {
        return name.startsWith(Names.GROUP_PREFIX)
                || name.startsWith(Names.LIVE_PREFIX)
                || name.equals(Names.DEAD_LETTERS);
    }
}
