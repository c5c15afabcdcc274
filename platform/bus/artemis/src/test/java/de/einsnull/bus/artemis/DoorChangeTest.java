package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.settings.Door;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.bus.artemis.settings.Door.Tls;
import de.einsnull.bus.artemis.settings.Settings;
import de.einsnull.testkit.Eventually;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, city IT could not open, close or secure a door while the platform runs. */
class DoorChangeTest {

    @TempDir
    Path directory;

    @Test
    void aDoorOpensAndClosesAtRunTimeWhileSubscriptionsGoOn() {
        var port = TestBus.freePort();
        try (var bus =
                TestBus.in(directory).user("gateway", List.of("ttn"), List.of()).start()) {
            var inbox = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox)) {
                var closed = bus.settings();
                assertThat(catchThrowable(() -> MqttClient.login(MqttClient.v3(port, "a"), "gateway")))
                        .isNotNull();

                bus.door(Protocol.MQTT, port);
                bus.apply(bus.settings());
                Eventually.eventually(
                        "the door is open", () -> bus.runtime().doors().size() == 1);
                var client = MqttClient.login(MqttClient.v3(port, "a"), "gateway");
                MqttClient.publish(client, "ttn/x", "1", 1);
                inbox.await(1);

                bus.apply(closed);
                Eventually.eventually(
                        "the client is gone", () -> !client.getState().isConnected());
                assertThat(catchThrowable(() -> MqttClient.login(MqttClient.v3(port, "a"), "gateway")))
                        .isNotNull();
                assertThat(subscription).isNotNull();
            }
        }
    }

    @Test
    void aPortInUseClosesOnlyItsDoor() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var free = TestBus.freePort();
            try (var bus = TestBus.in(directory)
                    .door(Protocol.MQTT, taken.getLocalPort())
                    .door(Protocol.AMQP, free)
                    .start()) {
                Eventually.eventually(
                        "the doors were tried", () -> bus.runtime().doors().size() == 2);
                assertThat(bus.runtime().doors().get(0).problem()).isNotEmpty();
                assertThat(bus.runtime().doors().get(1).problem()).isEmpty();
                Eventually.done(bus.bus().send(Inbox.message("a/b", "the bus works")));
            }
        }
    }

    @Test
    void aDoorWithACertificateSpeaksTlsOnly() throws Exception {
        var keystore = directory.resolve("door.p12");
        keytool(keystore);
        var port = TestBus.freePort();
        var door = new Door(Protocol.MQTT, "127.0.0.1", port, Optional.of(new Tls(keystore.toString(), "changeit")));
        try (var bus = TestBus.in(directory.resolve("bus"))
                .door(door)
                .user("gateway", List.of("ttn"), List.of())
                .start()) {
            var inbox = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox)) {
                Eventually.eventually(
                        "the door is open", () -> bus.runtime().doors().size() == 1);
                var client = MqttClient.login(MqttClient.tls(port, "secure", trusting(keystore)), "gateway");
                MqttClient.publish(client, "ttn/x", "secret", 1);
                inbox.await(1);
                client.disconnect();
                assertThat(catchThrowable(() -> MqttClient.login(MqttClient.v3(port, "plain"), "gateway")))
                        .isNotNull();
                assertThat(subscription).isNotNull();
            }
        }
    }

    @Test
    void theAmqpDoorSpeaksTlsToo() throws Exception {
        var keystore = directory.resolve("door.p12");
        keytool(keystore);
        var port = TestBus.freePort();
        var door = new Door(Protocol.AMQP, "127.0.0.1", port, Optional.of(new Tls(keystore.toString(), "changeit")));
        try (var bus = TestBus.in(directory.resolve("bus"))
                        .door(door)
                        .user("partner", List.of("ttn"), List.of())
                        .start();
                var client = new AmqpClient(port)) {
            var inbox = new Inbox();
            try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox)) {
                Eventually.eventually(
                        "the door is open", () -> bus.runtime().doors().size() == 1);
                var context = SSLContext.getInstance("TLS");
                context.init(null, trust(keystore).getTrustManagers(), null);
                AmqpClient.send(AmqpClient.sender(client.tls("partner", context), "ttn/x"), AmqpClient.bytes("secret"));
                inbox.await(1);
                assertThat(subscription).isNotNull();
            }
        }
    }

    @Test
    void aMissingCertificateClosesTheDoorAndSaysSo() {
        var door = new Door(
                Protocol.MQTT, "127.0.0.1", TestBus.freePort(), Optional.of(new Tls("/nowhere/door.p12", "changeit")));
        try (var bus = TestBus.in(directory).door(door).start()) {
            Eventually.eventually(
                    "the door was tried", () -> bus.runtime().doors().size() == 1);
            assertThat(bus.runtime().doors().get(0).problem()).isNotEmpty();
            assertThat(bus.bus().list()).isEmpty();
        }
    }

    @Test
    void settingsThatMakeNoSenseAreSaidAndMendedAtRunTime() {
        try (var bus = TestBus.in(directory).start()) {
            Settings good = bus.settings();
            bus.runtime().refuse("mode is 'x'");
            Eventually.eventually(
                    "the bus is down", () -> bus.runtime().link().current().isEmpty());
            Eventually.eventually("it says why", () -> bus.runtime().problem().contains("mode is 'x'"));
            bus.apply(good);
            Eventually.eventually(
                    "the bus is up", () -> bus.runtime().link().current().isPresent());
        }
    }

    private static void keytool(Path keystore) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "door",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        "changeit")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static MqttClientSslConfig trusting(Path keystore) throws Exception {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(trust(keystore))
                .build();
    }

    private static TrustManagerFactory trust(Path keystore) throws Exception {
        var own = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keystore)) {
            own.load(in, "changeit".toCharArray());
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("door", own.getCertificate("door"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }
}
