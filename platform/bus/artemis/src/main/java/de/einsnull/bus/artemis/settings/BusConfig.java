package de.einsnull.bus.artemis.settings;

import de.einsnull.settings.api.SettingHint;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of the bus, PID {@value #PID}. A change takes effect at once: the broker restarts, subscriptions go on. */
@ObjectClassDefinition(
        id = BusConfig.PID,
        localization = "OSGI-INF/l10n/bus",
        name = "%bus.name",
        description = "%bus.description")
public @interface BusConfig {

    /** Where the settings are kept. */
    String PID = "de.einsnull.bus";

    /** @return {@code embedded}, {@code external} or {@code auto} */
    @AttributeDefinition(
            name = "%mode.name",
            description = "%mode.description",
            options = {
                @Option(label = "%mode.auto", value = "auto"),
                @Option(label = "%mode.embedded", value = "embedded"),
                @Option(label = "%mode.external", value = "external")
            })
    String mode() default "auto";

    /** @return address of the external broker */
    @AttributeDefinition(name = "%external.url.name", description = "%external.url.description")
    @SettingHint(dependsOn = "mode=auto|external")
    String external_url() default "";

    /** @return account on the external broker */
    @AttributeDefinition(name = "%external.user.name")
    @SettingHint(dependsOn = "mode=auto|external")
    String external_user() default "";

    /** @return its password */
    @AttributeDefinition(
            name = "%external.password.name",
            description = "%external.password.description",
            type = AttributeType.PASSWORD)
    @SettingHint(dependsOn = "mode=auto|external")
    String external_password() default "";

    /** @return whether the MQTT door is open */
    @AttributeDefinition(name = "%mqtt.enabled.name", description = "%mqtt.enabled.description")
    boolean mqtt_enabled() default true;

    /** @return network address of the MQTT door */
    @AttributeDefinition(name = "%mqtt.host.name", description = "%door.host.description")
    @SettingHint(dependsOn = "mqtt.enabled=true")
    String mqtt_host() default "127.0.0.1";

    /** @return port of the MQTT door */
    @AttributeDefinition(name = "%mqtt.port.name", min = "1", max = "65535")
    @SettingHint(dependsOn = "mqtt.enabled=true")
    int mqtt_port() default 1883;

    /** @return PKCS12 file that turns TLS on */
    @AttributeDefinition(name = "%mqtt.keystore.name", description = "%door.keystore.description")
    @SettingHint(dependsOn = "mqtt.enabled=true")
    String mqtt_keystore() default "";

    /** @return its password */
    @AttributeDefinition(name = "%mqtt.keystore.password.name", type = AttributeType.PASSWORD)
    @SettingHint(dependsOn = "mqtt.enabled=true")
    String mqtt_keystore_password() default "";

    /** @return largest MQTT packet, in bytes */
    @AttributeDefinition(
            name = "%mqtt.max.packet.in.bytes.name",
            description = "%mqtt.max.packet.in.bytes.description",
            min = "1024",
            max = "67108864")
    @SettingHint(unit = "Byte", dependsOn = "mqtt.enabled=true")
    int mqtt_max_packet_in_bytes() default 1_048_576;

    /** @return beginnings of topics of modules that anybody may subscribe to without an account */
    @AttributeDefinition(name = "%mqtt.anonymous.name", description = "%mqtt.anonymous.description")
    @SettingHint(dependsOn = "mqtt.enabled=true")
    String[] mqtt_anonymous() default {};

    /** @return whether the door for MQTT within a WebSocket is open */
    @AttributeDefinition(name = "%ws.enabled.name", description = "%ws.enabled.description")
    boolean ws_enabled() default false;

    /** @return network address of the WebSocket door */
    @AttributeDefinition(name = "%ws.host.name", description = "%door.host.description")
    @SettingHint(dependsOn = "ws.enabled=true")
    String ws_host() default "127.0.0.1";

    /** @return port of the WebSocket door */
    @AttributeDefinition(name = "%ws.port.name", min = "1", max = "65535")
    @SettingHint(dependsOn = "ws.enabled=true")
    int ws_port() default 8083;

    /** @return PKCS12 file that turns TLS on */
    @AttributeDefinition(name = "%ws.keystore.name", description = "%door.keystore.description")
    @SettingHint(dependsOn = "ws.enabled=true")
    String ws_keystore() default "";

    /** @return its password */
    @AttributeDefinition(name = "%ws.keystore.password.name", type = AttributeType.PASSWORD)
    @SettingHint(dependsOn = "ws.enabled=true")
    String ws_keystore_password() default "";

    /** @return whether the AMQP door is open */
    @AttributeDefinition(name = "%amqp.enabled.name")
    boolean amqp_enabled() default true;

    /** @return network address of the AMQP door */
    @AttributeDefinition(name = "%amqp.host.name", description = "%door.host.description")
    @SettingHint(dependsOn = "amqp.enabled=true")
    String amqp_host() default "127.0.0.1";

    /** @return port of the AMQP door */
    @AttributeDefinition(name = "%amqp.port.name", min = "1", max = "65535")
    @SettingHint(dependsOn = "amqp.enabled=true")
    int amqp_port() default 5672;

    /** @return PKCS12 file that turns TLS on */
    @AttributeDefinition(name = "%amqp.keystore.name", description = "%door.keystore.description")
    @SettingHint(dependsOn = "amqp.enabled=true")
    String amqp_keystore() default "";

    /** @return its password */
    @AttributeDefinition(name = "%amqp.keystore.password.name", type = AttributeType.PASSWORD)
    @SettingHint(dependsOn = "amqp.enabled=true")
    String amqp_keystore_password() default "";

    /** @return largest AMQP message, in bytes */
    @AttributeDefinition(
            name = "%amqp.max.message.in.bytes.name",
            description = "%amqp.max.message.in.bytes.description",
            min = "1024",
            max = "67108864")
    @SettingHint(unit = "Byte", dependsOn = "amqp.enabled=true")
    int amqp_max_message_in_bytes() default 1_048_576;

    /** @return whether the door for Artemis clients on other machines is open */
    @AttributeDefinition(name = "%core.enabled.name")
    boolean core_enabled() default false;

    /** @return network address of the core door */
    @AttributeDefinition(name = "%core.host.name", description = "%door.host.description")
    @SettingHint(dependsOn = "core.enabled=true")
    String core_host() default "127.0.0.1";

    /** @return port of the core door */
    @AttributeDefinition(name = "%core.port.name", min = "1", max = "65535")
    @SettingHint(dependsOn = "core.enabled=true")
    int core_port() default 61616;

    /** @return PKCS12 file that turns TLS on */
    @AttributeDefinition(name = "%core.keystore.name", description = "%door.keystore.description")
    @SettingHint(dependsOn = "core.enabled=true")
    String core_keystore() default "";

    /** @return its password */
    @AttributeDefinition(name = "%core.keystore.password.name", type = AttributeType.PASSWORD)
    @SettingHint(dependsOn = "core.enabled=true")
    String core_keystore_password() default "";

    /** @return directory of the journal, empty for {@code ${karaf.data}/bus} */
    @AttributeDefinition(name = "%journal.directory.name", description = "%journal.directory.description")
    String journal_directory() default "";

    /** @return whether an acknowledged message is on the disk */
    @AttributeDefinition(name = "%journal.sync.name", description = "%journal.sync.description")
    boolean journal_sync() default true;

    /** @return memory for waiting messages in MiB, the rest waits on disk */
    @AttributeDefinition(name = "%memory.name", description = "%memory.description", min = "8", max = "65536")
    @SettingHint(unit = "MiB")
    int memory_max_in_mib() default 96;

    /** @return free disk space in MiB below which the bus takes nothing more */
    @AttributeDefinition(name = "%disk.name", description = "%disk.description", min = "50", max = "1048576")
    @SettingHint(unit = "MiB")
    int disk_min_free_in_mib() default 256;

    /** @return longest time a sender waits for room or for the broker, in ms */
    @AttributeDefinition(name = "%send.wait.name", description = "%send.wait.description", min = "100", max = "300000")
    @SettingHint(unit = "ms")
    int send_wait_in_ms() default 10_000;

    /** @return most messages that are under way to the broker at once */
    @AttributeDefinition(name = "%send.max.in.flight.name", min = "10", max = "100000")
    int send_max_in_flight() default 10_000;

    /** @return most messages a second that one module may send for long; its bursts may be ten times as large */
    @AttributeDefinition(
            name = "%module.rate.name",
            description = "%module.rate.description",
            min = "1",
            max = "1000000")
    int module_messages_per_second() default 500;

    /** @return longest time a subscriber may take for one event before it is reported, in s */
    @AttributeDefinition(name = "%subscriber.limit.name", min = "1", max = "86400")
    @SettingHint(unit = "s")
    int subscriber_limit_in_s() default 120;
}
