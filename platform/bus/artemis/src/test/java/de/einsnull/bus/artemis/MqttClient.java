package de.einsnull.bus.artemis;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.charset.StandardCharsets;

/** A device. */
final class MqttClient {

    private MqttClient() {}

    static Mqtt3BlockingClient v3(int port, String id) {
        return Mqtt3Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier(id)
                .buildBlocking();
    }

    static Mqtt3BlockingClient tls(int port, String id, MqttClientSslConfig ssl) {
        return Mqtt3Client.builder()
                .serverHost("localhost")
                .serverPort(port)
                .identifier(id)
                .sslConfig(ssl)
                .buildBlocking();
    }

    static Mqtt5BlockingClient v5(int port, String id) {
        return Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .identifier(id)
                .buildBlocking();
    }

    static Mqtt5BlockingClient v5Guest(int port) {
        var client = v5(port, "modern-guest");
        client.connect();
        return client;
    }

    static Mqtt3BlockingClient login(Mqtt3BlockingClient client, String user) {
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(TestBus.PASSWORD.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return client;
    }

    static Mqtt5BlockingClient login(Mqtt5BlockingClient client, String user) {
        client.connectWith()
                .simpleAuth()
                .username(user)
                .password(TestBus.PASSWORD.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return client;
    }

    static void publish(Mqtt3BlockingClient client, String topic, String text, int qos) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.fromCode(qos))
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    static void publish(Mqtt5BlockingClient client, String topic, String text, int qos) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.fromCode(qos))
                .contentType("text/plain")
                .userProperties()
                .add("unit", "Cel")
                .applyUserProperties()
                .payload(text.getBytes(StandardCharsets.UTF_8))
                .send();
    }
}
