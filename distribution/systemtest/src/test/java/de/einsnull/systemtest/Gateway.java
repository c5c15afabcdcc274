package de.einsnull.systemtest;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import de.einsnull.testkit.city.City;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A gateway at the MQTT door of a city, with the account that the first start made for it. */
final class Gateway implements AutoCloseable {

    private final Mqtt3BlockingClient client;

    private Gateway(Mqtt3BlockingClient client) {
        this.client = client;
    }

    static Gateway connect(City city, String name) throws IOException {
        String password =
                Files.readString(city.data().resolve("secrets/mqtt-gateway")).strip();
        Mqtt3BlockingClient client = MqttClient.builder()
                .useMqttVersion3()
                .identifier(name)
                .serverHost("127.0.0.1")
                .serverPort(city.mqttPort())
                .simpleAuth()
                .username("gateway")
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildBlocking();
        client.connect();
        return new Gateway(client);
    }

    /** Returns when the broker has it on its disk. */
    void publish(String topic, String message) {
        client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
