package de.einsnull.bus.artemis;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;

/** A plain Artemis as another team would run it. */
final class ExternalBroker implements AutoCloseable {

    private final Path directory;
    private final char delimiter;
    private final int port = TestBus.freePort();
    private ActiveMQServer server;

    ExternalBroker(Path directory) {
        this(directory, '/');
    }

    ExternalBroker(Path directory, char delimiter) {
        this.directory = directory;
        this.delimiter = delimiter;
    }

    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    void start() throws Exception {
        var config = new ConfigurationImpl();
        config.setSecurityEnabled(false);
        config.setJMXManagementEnabled(false);
        config.setWildCardConfiguration(new WildcardConfiguration()
                .setDelimiter(delimiter)
                .setAnyWords('#')
                .setSingleWord('+'));
        config.setJournalDirectory(directory.resolve("journal").toString());
        config.setBindingsDirectory(directory.resolve("bindings").toString());
        config.setPagingDirectory(directory.resolve("paging").toString());
        config.setLargeMessagesDirectory(directory.resolve("large").toString());
        config.addAcceptorConfiguration(new TransportConfiguration(
                NettyAcceptorFactory.class.getName(), Map.of("host", "127.0.0.1", "port", port), "core"));
        server = new ActiveMQServerImpl(config);
        server.start();
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The external broker does not stop", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
