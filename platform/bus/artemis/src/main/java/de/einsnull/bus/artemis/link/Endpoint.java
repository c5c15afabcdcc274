package de.einsnull.bus.artemis.link;

import de.einsnull.bus.artemis.settings.Settings.External;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** How to reach a broker. */
public final class Endpoint {

    private static final int MIB = 1024 * 1024;

    private final String description;
    private final LocatorSource source;
    private final String user;
    private final String password;

    private Endpoint(String description, LocatorSource source, String user, String password) {
        this.description = description;
        this.source = source;
        this.user = user;
        this.password = password;
    }

    /**
     * A broker in this process.
     *
     * @param transport its in-VM connector
     * @param user credential
     * @param password credential
     */
    public static Endpoint inside(TransportConfiguration transport, String user, String password) {
        return new Endpoint(
                "the embedded broker", () -> ActiveMQClient.createServerLocatorWithoutHA(transport), user, password);
    }

    /**
     * A broker elsewhere.
     *
     * @param external its address and our credential there
     */
    public static Endpoint of(External external) {
        return new Endpoint(
                external.url(),
                () -> ActiveMQClient.createServerLocator(external.url()),
                external.user().isEmpty() ? null : external.user(),
                external.password().isEmpty() ? null : external.password());
    }

    /** For messages to the operator. */
    public String description() {
        return description;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** Reconnecting is our own business (see {@link BrokerLink}); here a lost connection just ends everything on it. */
    ServerLocator locator() throws Exception {
        return source.get()
                .setReconnectAttempts(0)
                .setInitialConnectAttempts(1)
                .setBlockOnDurableSend(false)
                .setBlockOnNonDurableSend(false)
                .setBlockOnAcknowledge(false)
                .setConfirmationWindowSize(4 * MIB)
                .setProducerWindowSize(MIB)
                .setConsumerWindowSize(MIB)
                .setMinLargeMessageSize(MIB)
                .setCallTimeout(15_000)
                .setConnectionTTL(20_000)
                .setClientFailureCheckPeriod(5_000);
    }

    @FunctionalInterface
    private interface LocatorSource {
        ServerLocator get() throws Exception;
    }
}
