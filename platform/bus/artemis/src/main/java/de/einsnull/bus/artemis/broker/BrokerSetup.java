package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.artemis.Names;
import de.einsnull.bus.artemis.settings.Door;
import de.einsnull.bus.artemis.settings.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.WildcardConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** Turns our settings into Artemis'. */
final class BrokerSetup {

    /** How many identifiers of a topic are remembered to drop what is sent twice. */
    private static final int REMEMBERED_IDS = 5_000;

    private static final int SESSION_EXPIRY_SECONDS = 7 * 24 * 3600;
    private static final long IDLE_ADDRESS_MS = 3_600_000;

    private final Settings settings;

    BrokerSetup(Settings settings) {
        this.settings = settings;
    }

    Configuration configuration(int serverId, Insider insider) {
        var config = new ConfigurationImpl();
        config.setName("einsnull");
        config.setResolveProtocols(false);
        config.setJMXManagementEnabled(false);
        config.setSecurityEnabled(true);
        config.setSecurityInvalidationInterval(2_000);
        config.setClusterUser(insider.name() + "-cluster");
        config.setClusterPassword(insider.password());
        config.setCriticalAnalyzer(true);
        config.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG);
        config.setWildCardConfiguration(
                new WildcardConfiguration().setDelimiter('/').setAnyWords('#').setSingleWord('+'));
        config.setIDCacheSize(REMEMBERED_IDS);
        storage(config);
        config.addAddressSetting("#", addressSettings());
        config.addAcceptorConfiguration(new TransportConfiguration(
                InVMAcceptorFactory.class.getName(), Map.of("serverId", serverId), "inside"));
        settings.doors().forEach(door -> config.addAcceptorConfiguration(acceptor(door)));
        return config;
    }

    private void storage(ConfigurationImpl config) {
        var storage = settings.storage();
        config.setPersistenceEnabled(true);
        config.setJournalType(JournalType.NIO);
        config.setJournalDirectory(storage.directory().resolve("journal").toString());
        config.setBindingsDirectory(storage.directory().resolve("bindings").toString());
        config.setPagingDirectory(storage.directory().resolve("paging").toString());
        config.setLargeMessagesDirectory(storage.directory().resolve("large").toString());
        config.setJournalDatasync(storage.sync());
        config.setJournalSyncTransactional(storage.sync());
        config.setJournalSyncNonTransactional(storage.sync());
        config.setJournalLockAcquisitionTimeout(3_000);
        config.setGlobalMaxSize(storage.memoryBytes());
        config.setMaxDiskUsage(-1);
        config.setMinDiskFree(storage.minFreeBytes());
    }

    private static AddressSettings addressSettings() {
        return new AddressSettings()
                .setDeadLetterAddress(SimpleString.of(Names.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Names.EXPIRED))
                // Attempts are counted by the groups themselves: a broker cannot tell a bad message from a bad day.
                .setMaxDeliveryAttempts(-1)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setPageSizeBytes(4 * 1024 * 1024)
                .setDefaultAddressRoutingType(RoutingType.MULTICAST)
                .setDefaultQueueRoutingType(RoutingType.MULTICAST)
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(true)
                .setAutoDeleteAddresses(true)
                .setAutoDeleteAddressesSkipUsageCheck(true)
                .setAutoDeleteAddressesDelay(IDLE_ADDRESS_MS);
    }

    private TransportConfiguration acceptor(Door door) {
        var params = new HashMap<String, Object>();
        params.put(TransportConstants.HOST_PROP_NAME, door.host());
        params.put(TransportConstants.PORT_PROP_NAME, door.port());
        params.put(TransportConstants.PROTOCOLS_PROP_NAME, spoken(door));
        params.put(TransportConstants.CONNECTIONS_ALLOWED, 5_000L);
        // Doors are opened one by one when the broker is ready, so that a port in use closes one door, not the bus.
        params.put(TransportConstants.AUTO_START, false);
        door.tls().ifPresent(tls -> {
            params.put(TransportConstants.SSL_ENABLED_PROP_NAME, true);
            params.put(TransportConstants.KEYSTORE_PATH_PROP_NAME, tls.keystore());
            params.put(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, tls.password());
            params.put(TransportConstants.KEYSTORE_TYPE_PROP_NAME, "PKCS12");
            params.put(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.2,TLSv1.3");
        });
        return new TransportConfiguration(NettyAcceptorFactory.class.getName(), params, nameOf(door), extra(door));
    }

    private Map<String, Object> extra(Door door) {
        if (!spoken(door).equals(Door.Protocol.MQTT.name())) {
            return Map.of();
        }
        var extra = new HashMap<String, Object>(Map.of(
                "maximumPacketSize",
                settings.limits().mqttPacketBytes(),
                "defaultMqttSessionExpiryInterval",
                SESSION_EXPIRY_SECONDS,
                "topicAliasMaximum",
                100,
                "receiveMaximum",
                1_000));
        if (door.protocol() == Door.Protocol.WS) {
            extra.put(BoundedMqttFactory.WEB_SOCKET, true);
        }
        return extra;
    }

    private static String spoken(Door door) {
        return (door.protocol() == Door.Protocol.WS ? Door.Protocol.MQTT : door.protocol()).name();
    }

    static String nameOf(Door door) {
        return door.protocol().name().toLowerCase(Locale.ROOT);
    }
}
