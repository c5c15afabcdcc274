package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Stands between the decoder and Artemis: leads what is published to a module's topics to the module, and lets clients
 * without an account in as guests.
 */
final class SpaceHandler extends ChannelInboundHandlerAdapter {

    private final Spaces spaces;
    private final Guests guests;
    private final boolean browsers;

    SpaceHandler(Spaces spaces, Guests guests, boolean browsers) {
        this.spaces = spaces;
        this.guests = guests;
        this.browsers = browsers;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof MqttPublishMessage publish) {
            super.channelRead(context, led(publish));
        } else if (message instanceof MqttConnectMessage connect
                && !connect.variableHeader().hasUserName()) {
            super.channelRead(context, asGuest(context, connect));
        } else {
            super.channelRead(context, message);
        }
    }

    /** Not kept as a retained message: it is for the module only. */
    private MqttPublishMessage led(MqttPublishMessage publish) {
        var header = publish.variableHeader();
        if (header.topicName() == null || !spaces.has(header.topicName())) {
            return publish;
        }
        var fixed = publish.fixedHeader();
        return new MqttPublishMessage(
                new MqttFixedHeader(
                        fixed.messageType(), fixed.isDup(), fixed.qosLevel(), false, fixed.remainingLength()),
                new MqttPublishVariableHeader(
                        TopicSpace.REQUESTS + header.topicName(), header.packetId(), header.properties()),
                publish.payload());
    }

    private MqttConnectMessage asGuest(ChannelHandlerContext context, MqttConnectMessage connect) {
        boolean here = !browsers
                && context.channel().remoteAddress() instanceof InetSocketAddress address
                && address.getAddress().isLoopbackAddress();
        return guests.nameOf(here).map(name -> named(connect, name)).orElse(connect);
    }

    private MqttConnectMessage named(MqttConnectMessage connect, String name) {
        var header = connect.variableHeader();
        var payload = connect.payload();
        return new MqttConnectMessage(
                connect.fixedHeader(),
                new MqttConnectVariableHeader(
                        header.name(),
                        header.version(),
                        true,
                        true,
                        header.isWillRetain(),
                        header.willQos(),
                        header.isWillFlag(),
                        header.isCleanSession(),
                        header.keepAliveTimeSeconds(),
                        header.properties()),
                new MqttConnectPayload(
                        payload.clientIdentifier(),
                        payload.willProperties(),
                        payload.willTopic(),
                        payload.willMessageInBytes(),
                        name,
                        guests.password().getBytes(StandardCharsets.UTF_8)));
    }
}
