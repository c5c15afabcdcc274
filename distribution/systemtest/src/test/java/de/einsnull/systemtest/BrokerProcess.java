package de.einsnull.systemtest;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** An Artemis broker as a city runs it beside the platform: a process of its own. See {@link Broker}. */
final class BrokerProcess {

    private BrokerProcess() {}

    /**
     * Runs until the process is ended.
     *
     * @param arguments port and directory
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[1]);
        ConfigurationImpl settings = new ConfigurationImpl();
        settings.setSecurityEnabled(false);
        settings.setJMXManagementEnabled(false);
        settings.setJournalType(JournalType.NIO);
        settings.setJournalDirectory(directory.resolve("journal").toString());
        settings.setBindingsDirectory(directory.resolve("bindings").toString());
        settings.setPagingDirectory(directory.resolve("paging").toString());
        settings.setLargeMessagesDirectory(directory.resolve("large").toString());
        settings.setWildCardConfiguration(
                new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+'));
        settings.addAcceptorConfiguration("all", "tcp://127.0.0.1:" + arguments[0] + "?protocols=CORE,MQTT");
        new EmbeddedActiveMQ().setConfiguration(settings).start();
        new CountDownLatch(1).await();
    }
}
