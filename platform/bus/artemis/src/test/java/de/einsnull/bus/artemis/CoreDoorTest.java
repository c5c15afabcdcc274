package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Eventually;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without these, an account could take what waits for a module out of its queue, or speak for another. */
class CoreDoorTest {

    @TempDir
    Path directory;

    private final int port = TestBus.freePort();
    private TestBus bus;
    private ServerLocator locator;
    private ClientSessionFactory factory;

    @BeforeEach
    void start() throws Exception {
        bus = TestBus.in(directory)
                .door(Protocol.CORE, port)
                .user("partner", List.of("ttn"), List.of("ttn"))
                .start();
        Eventually.eventually("the door is open", () -> bus.runtime().doors().size() == 1);
        locator = ActiveMQClient.createServerLocator("tcp://127.0.0.1:" + port);
        locator.setInitialConnectAttempts(1).setReconnectAttempts(0);
        factory = locator.createSessionFactory();
    }

    @AfterEach
    void stop() {
        factory.close();
        locator.close();
        bus.close();
    }

    @Test
    void anAccountSendsAndReceivesWhereItMay() throws Exception {
        var inbox = new Inbox();
        try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox);
                var session = login()) {
            send(session, "ttn/a");
            inbox.await(1);
            assertThat(inbox.messages().get(0).topic()).isEqualTo("ttn/a");
            assertThatThrownBy(() -> send(session, "other/a")).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> send(session, "events/de/einsnull/x")).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> send(session, "activemq.management")).isInstanceOf(ActiveMQException.class);
            Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
        }
    }

    @Test
    void theQueueOfAGroupIsNotForAccounts() throws Exception {
        bus.bus()
                .subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), new Inbox())
                .close();
        Eventually.done(bus.bus().send(Inbox.message("ttn/a", "kept")));
        try (var session = login()) {
            session.start();
            assertThatThrownBy(() -> session.createConsumer(Names.queue("uplinks", "ttn/#")))
                    .isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> session.createConsumer(Names.DEAD_LETTERS)).isInstanceOf(ActiveMQException.class);
            assertThatThrownBy(() -> session.createQueue(
                            QueueConfiguration.of("spy").setAddress("#").setRoutingType(RoutingType.MULTICAST)))
                    .isInstanceOf(ActiveMQException.class);
        }
        var inbox = new Inbox();
        try (var subscription = bus.bus().subscribe(SubscriptionSpec.durable("uplinks", "ttn/#"), inbox)) {
            inbox.await(1);
            Eventually.eventually("nothing waits", () -> subscription.backlog() == 0);
        }
    }

    @Test
    void thePlatformsOwnCredentialIsOfNoUseOutside() {
        assertThatThrownBy(() -> factory.createSession("platform", "guess", false, true, true, false, 1)
                        .close())
                .isInstanceOf(ActiveMQException.class);
        assertThatThrownBy(() -> factory.createSession().close()).isInstanceOf(ActiveMQException.class);
    }

    private ClientSession login() throws ActiveMQException {
        return factory.createSession("partner", TestBus.PASSWORD, false, true, true, false, 1);
    }

    private static void send(ClientSession session, String address) throws ActiveMQException {
        var message = session.createMessage(true);
        message.setRoutingType(RoutingType.MULTICAST);
        try (var producer = session.createProducer()) {
            producer.send(address, message);
        }
    }
}
