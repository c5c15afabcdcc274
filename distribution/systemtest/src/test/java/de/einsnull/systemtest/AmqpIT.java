package de.einsnull.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.harness.Sensors;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A network operator whose system speaks AMQP 1.0 instead of MQTT. */
@ExtendWith(DemoCity.class)
class AmqpIT {

    private static final Duration STORED = Duration.ofSeconds(10);
    private static final int TOO_LARGE = 2 * 1024 * 1024;
    private static final String DEVICE = "amqp-1";
    private static final String ADDRESS = "demo/sensors/" + DEVICE;

    @Test
    void aReadingArrivesAsByMqttAndWhatIsNotAllowedIsRefused(City city) throws Exception {
        Sensors sensors = new Sensors(city);
        // who is told that the platform is ready may send
        assertThat(sensors.listens("demo-mqtt")).isTrue();
        long thing = sensors.register("demo-mqtt", "", List.of(DEVICE)).get(0);
        try (Client client = Client.create();
                Connection connection = connect(client, city, sensors.gatewayPassword())) {
            assertThatThrownBy(() -> connect(client, city, "wrong")).hasMessageContaining("SASL");
            assertThatThrownBy(() -> open(connection, "events/de/einsnull/x/v1"))
                    .hasMessageContaining("does not have permission");
            Sender large = open(connection, ADDRESS);
            assertThatThrownBy(() -> send(large, new byte[TOO_LARGE])).hasMessageContaining("larger than");

            send(open(connection, ADDRESS), reading());
        }
        Waits.until("the reading", STORED, () -> !sensors.datastreams(thing).isEmpty());
        for (long datastream : sensors.datastreams(thing)) {
            Waits.untilEqual("the values", STORED, List.of(17.0), () -> sensors.results(datastream));
        }
        assertThat(city.get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static byte[] reading() {
        String json = "{\"time\":\"" + Instant.now() + "\",\"seq\":1,\"temperature\":17,\"humidity\":17}";
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static Connection connect(Client client, City city, String password) throws Exception {
        ConnectionOptions options = new ConnectionOptions().user("gateway").password(password);
        Connection connection = client.connect("127.0.0.1", city.amqpPort(), options);
        connection.openFuture().get(STORED.toSeconds(), TimeUnit.SECONDS);
        return connection;
    }

    private static Sender open(Connection connection, String address) throws Exception {
        Sender sender = connection.openSender(address);
        sender.openFuture().get(STORED.toSeconds(), TimeUnit.SECONDS);
        return sender;
    }

    private static void send(Sender sender, byte[] payload) throws Exception {
        sender.send(Message.create(payload)).awaitAccepted(STORED.toSeconds(), TimeUnit.SECONDS);
    }
}
