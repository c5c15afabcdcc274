package de.einsnull.bus.artemis;

import static de.einsnull.bus.artemis.AmqpClient.bytes;
import static de.einsnull.bus.artemis.AmqpClient.queueSender;
import static de.einsnull.bus.artemis.AmqpClient.send;
import static de.einsnull.bus.artemis.AmqpClient.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import de.einsnull.bus.api.Subscription;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.protonj2.client.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, what a partner's system sends by AMQP would get lost, or it could send and read what is not its own. */
class AmqpDoorTest {

    /** More than what the encoding of a message adds to its body. */
    private static final int ENCODING = 64;

    @TempDir
    Path directory;

    private final int port = TestBus.freePort();
    private final Inbox inbox = new Inbox();
    private final AmqpClient client = new AmqpClient(port);
    private TestBus bus;
    private Subscription subscription;

    @BeforeEach
    void start() {
        bus = TestBus.in(directory)
                .door(Protocol.AMQP, port)
                .user("partner", List.of("ttn/v3"), List.of("ttn", "commands"))
                .user("other", List.of("#"), List.of("#"))
                .start();
        Eventually.eventually("the door is open", () -> bus.runtime().doors().size() == 1);
        subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox);
    }

    @AfterEach
    void stop() {
        client.close();
        subscription.close();
        bus.close();
    }

    @Test
    void bytesAndTextsArriveAsTheSameThingThatMqttBrings() throws Exception {
        try (var connection = client.login("partner")) {
            var sender = sender(connection, "ttn/v3/dev.1(a)/up");
            send(sender, bytes("bytes").contentType("text/plain").property("unit", "Cel"));
            send(sender, Message.create("text"));
            send(sender(connection, null), bytes("to").to("ttn/v3/dev.1(a)/up"));
        }
        inbox.await(3);
        assertThat(inbox.texts()).containsExactly("bytes", "text", "to");
        assertThat(inbox.messages()).allSatisfy(m -> assertThat(m.topic()).isEqualTo("ttn/v3/dev.1(a)/up"));
        assertThat(inbox.messages().get(0).attributes()).isEqualTo(Map.of("content-type", "text/plain", "unit", "Cel"));
        Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
    }

    @Test
    void aPartnerReceivesWhatModulesSend() throws Exception {
        try (var connection = client.login("partner")) {
            var receiver = connection.openReceiver("commands/lamp");
            receiver.openFuture().get(10, TimeUnit.SECONDS);
            Eventually.done(bus.bus().send(Inbox.message("commands/lamp", "off")));
            var delivery = receiver.receive(10, TimeUnit.SECONDS);
            assertThat(delivery.message().body()).isEqualTo("off".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void nobodyGetsInWithoutTheRightPassword() {
        assertThatThrownBy(() -> client.login("partner", "wrong")).hasMessageContaining("SASL");
        assertThatThrownBy(() -> client.login("stranger")).hasMessageContaining("SASL");
        assertThatThrownBy(client::anonymous).hasMessageContaining("SASL");
    }

    @Test
    void anAccountPublishesOnlyWhereItMay() throws Exception {
        try (var partner = client.login("partner");
                var other = client.login("other")) {
            for (var topic : new String[] {"ttn/v33/up", "events/de/einsnull/x/v1", "ttn/v3/#", "#"}) {
                assertThat(catchThrowable(() -> sender(partner, topic)))
                        .as(topic)
                        .isNotNull();
                assertThat(catchThrowable(
                                () -> send(sender(partner, null), bytes("x").to(topic))))
                        .as("to " + topic)
                        .isNotNull();
            }
            for (var topic :
                    new String[] {"events/de/einsnull/x/v1", "dead-letters", "$sys/x", "activemq.management"}) {
                assertThat(catchThrowable(() -> sender(other, topic))).as(topic).isNotNull();
            }
            send(sender(partner, "ttn/v3/up"), bytes("fine"));
        }
        inbox.await(1);
        assertThat(inbox.texts()).containsExactly("fine");
    }

    @Test
    void anAccountReadsOnlyWhereItMayAndNotWhatWaitsForAModule() throws Exception {
        var queue = Names.queue("uplinks", "ttn/#");
        try (var partner = client.login("partner")) {
            for (var address : new String[] {"#", "events/#", "dead-letters", queue, "ttn/#::" + queue}) {
                assertThat(catchThrowable(() -> AmqpClient.receive(partner, address)))
                        .as(address)
                        .isNotNull();
            }
            send(sender(partner, "ttn/v3/up"), bytes("kept"));
        }
        inbox.await(1);
    }

    /** It would be accepted and reach nobody: groups listen to topics. */
    @Test
    void whatIsMeantForAQueueIsRefused() throws Exception {
        try (var connection = client.login("partner")) {
            send(sender(connection, "ttn/v3/known"), bytes("fine"));
            var isQueue = (byte) 0;
            for (var topic : new String[] {"ttn/v3/known", "ttn/v3/new"}) {
                assertThatThrownBy(() -> queueSender(connection, topic)).hasMessageContaining("does not exist");
                var message = bytes("lost").to(topic).annotation("x-opt-jms-dest", isQueue);
                assertThat(catchThrowable(() -> send(sender(connection, null), message)))
                        .isNotNull();
            }
        }
        inbox.await(1);
        assertThat(inbox.texts()).containsExactly("fine");
    }

    @Test
    void anOversizedMessageIsRefusedAndTheNextOneArrives() throws Exception {
        var limit = bus.settings().limits().amqpMessageBytes();
        try (var connection = client.login("partner")) {
            for (var size : new int[] {limit + 1, 20 * limit}) {
                var big = sender(connection, "ttn/v3/big");
                assertThatThrownBy(() -> send(big, Message.create(new byte[size])))
                        .as("%d bytes", size)
                        .hasMessageContaining("larger than " + limit + " bytes");
            }
            send(sender(connection, "ttn/v3/big"), Message.create(new byte[limit - ENCODING]));
            send(sender(connection, "ttn/v3/small"), bytes("the connection is of use"));
        }
        inbox.await(2);
        assertThat(inbox.messages().get(0).payload()).hasSize(limit - ENCODING);
        assertThat(inbox.texts()).endsWith("the connection is of use");
    }

    /** Artemis would write such a message to the disk piece by piece, without a bound. */
    @Test
    void aFormatOfArtemisOwnIsRefused() throws Exception {
        try (var connection = client.login("partner")) {
            var sender = sender(connection, "ttn/v3/up");
            var message = bytes("x").toAdvancedMessage().messageFormat(0x468C0000);
            assertThatThrownBy(() -> send(sender, message)).hasMessageContaining("standard message format");
        }
    }
}
