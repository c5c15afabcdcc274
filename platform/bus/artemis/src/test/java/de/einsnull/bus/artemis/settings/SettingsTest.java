package de.einsnull.bus.artemis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.testkit.Configurations;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without these, a typing error in a file would open a door, or close the bus without a word. */
class SettingsTest {

    @Test
    void byDefaultABrokerIsEmbeddedAndOnlyThisMachineGetsIn() {
        var settings = settings(Map.of());
        assertThat(settings.external()).isEmpty();
        assertThat(settings.doors()).extracting(Door::protocol).containsExactly(Protocol.MQTT, Protocol.AMQP);
        assertThat(settings.doors()).allMatch(Door::isLocal).allMatch(door -> door.tls()
                .isEmpty());
        assertThat(settings.storage().directory()).isEqualTo(Path.of("/data/bus"));
        assertThat(settings.storage().sync()).isTrue();
        assertThat(settings.storage().memoryBytes()).isEqualTo(96L * 1024 * 1024);
    }

    @Test
    void anAddressMakesTheBrokerExternalAndItsPasswordComesFromTheSecrets() {
        var external = settings(Map.of("external_url", "tcp://broker:61616", "external_user", "platform"))
                .external()
                .orElseThrow();
        assertThat(external.url()).isEqualTo("tcp://broker:61616");
        assertThat(external.password()).isEqualTo("from-secrets");
        assertThat(external.toString()).doesNotContain("from-secrets");
        assertThat(settings(Map.of("external_url", "ssl://broker:61617"))
                        .external()
                        .orElseThrow()
                        .url())
                .isEqualTo("tcp://broker:61617?sslEnabled=true");
        assertThat(settings(Map.of("external_url", "tcp://b:1", "mode", "embedded"))
                        .external())
                .isEmpty();
    }

    @Test
    void doorsHaveAddressesAndCertificates() {
        var settings = settings(Map.of(
                "mqtt_host",
                "0.0.0.0",
                "mqtt_port",
                8883,
                "mqtt_keystore",
                "/etc/door.p12",
                "mqtt_keystore_password",
                "x",
                "amqp_enabled",
                false,
                "core_enabled",
                true));
        assertThat(settings.doors()).extracting(Door::port).containsExactly(8883, 61616);
        assertThat(settings.doors().get(0).isLocal()).isFalse();
        assertThat(settings.doors().get(0).tls()).isPresent();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndNamed() {
        assertThatThrownBy(() -> settings(Map.of("mode", "magic"))).hasMessageContaining("want auto");
        assertThatThrownBy(() -> settings(Map.of("mode", "external"))).hasMessageContaining("external.url");
        assertThatThrownBy(() -> settings(Map.of("external_url", "broker"))).hasMessageContaining("tcp://");
        assertThatThrownBy(() -> settings(Map.of("mqtt_port", 70_000))).hasMessageContaining("MQTT");
        assertThatThrownBy(() -> settings(Map.of("memory_max_in_mib", 1))).hasMessageContaining("memory.max.in.mib");
        assertThatThrownBy(() -> settings(Map.of("amqp_max_message_in_bytes", 5)))
                .hasMessageContaining("amqp.max.message.in.bytes");
        assertThatThrownBy(() -> settings(Map.of("mqtt_max_packet_in_bytes", 5)))
                .hasMessageContaining("at least 1024");
    }

    private static Settings settings(Map<String, Object> values) {
        var config = Configurations.of(BusConfig.class, values);
        return Settings.of(config, Path.of("/data"), () -> "from-secrets");
    }
}
