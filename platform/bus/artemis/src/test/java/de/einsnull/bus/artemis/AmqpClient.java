package de.einsnull.bus.artemis;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.Message;
import org.apache.qpid.protonj2.client.Sender;
import org.apache.qpid.protonj2.client.SenderOptions;

/** A partner's system that speaks AMQP 1.0. */
public final class AmqpClient implements AutoCloseable {

    private static final int SECONDS = 10;

    private final Client client = Client.create();
    private final int port;

    public AmqpClient(int port) {
        this.port = port;
    }

    public Connection login(String user) throws Exception {
        return login(user, TestBus.PASSWORD);
    }

    public Connection login(String user, String password) throws Exception {
        return connect("127.0.0.1", new ConnectionOptions().user(user).password(password));
    }

    Connection anonymous() throws Exception {
        return connect("127.0.0.1", new ConnectionOptions());
    }

    Connection tls(String user, SSLContext trusting) throws Exception {
        var options = new ConnectionOptions().user(user).password(TestBus.PASSWORD);
        options.sslOptions().sslEnabled(true).sslContextOverride(trusting);
        return connect("localhost", options);
    }

    private Connection connect(String host, ConnectionOptions options) throws Exception {
        var connection = client.connect(host, port, options);
        connection.openFuture().get(SECONDS, TimeUnit.SECONDS);
        return connection;
    }

    /** A sender to an address, or with null to where each message says. */
    public static Sender sender(Connection connection, String address) throws Exception {
        return opened(address == null ? connection.openAnonymousSender() : connection.openSender(address));
    }

    /** A sender as JMS makes it for a queue. */
    static Sender queueSender(Connection connection, String address) throws Exception {
        var options = new SenderOptions();
        options.targetOptions().capabilities("queue");
        return opened(connection.openSender(address, options));
    }

    private static Sender opened(Sender sender) throws Exception {
        sender.openFuture().get(SECONDS, TimeUnit.SECONDS);
        return sender;
    }

    /** Returns when the broker has accepted the message. */
    public static void send(Sender sender, Message<?> message) throws Exception {
        sender.send(message).awaitAccepted(SECONDS, TimeUnit.SECONDS);
    }

    static void receive(Connection connection, String address) throws Exception {
        connection.openReceiver(address).openFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    public static Message<byte[]> bytes(String text) throws Exception {
        return Message.create(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.close();
    }
}
