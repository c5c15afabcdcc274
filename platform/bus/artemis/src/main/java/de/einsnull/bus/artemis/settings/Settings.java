package de.einsnull.bus.artemis.settings;

import de.einsnull.bus.artemis.settings.Door.Protocol;
import de.einsnull.bus.artemis.settings.Door.Tls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The settings as the rest of the bundle sees them. */
public record Settings(
        Optional<External> external, List<Door> doors, List<String> guestTopics, Storage storage, Limits limits) {

    /** An external broker. */
    public record External(String url, String user, String password) {

        @Override
        public String toString() {
            return "External[" + url + "]";
        }
    }

    /** Where and how the embedded broker stores. */
    public record Storage(Path directory, boolean sync, long memoryBytes, long minFreeBytes) {}

    /** Bounds. */
    public record Limits(int mqttPacketBytes, int amqpMessageBytes, Duration sendWait, int maxInFlight) {}

    /**
     * Reads a configuration.
     *
     * @param config the configuration
     * @param data where data is kept unless the configuration says otherwise
     * @param brokerPassword gives the password at an external broker when the configuration has none
     * @throws IllegalArgumentException if a value makes no sense; the message says which and what would
     */
    public static Settings of(BusConfig config, Path data, Supplier<String> brokerPassword) {
        var directory =
                config.journal_directory().isBlank() ? data.resolve("bus") : Path.of(config.journal_directory());
        return new Settings(
                external(config, brokerPassword),
                doors(config),
                Arrays.stream(config.mqtt_anonymous())
                        .flatMap(t -> Arrays.stream(t.split(",")))
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList(),
                new Storage(
                        directory.toAbsolutePath(),
                        config.journal_sync(),
                        mib("memory.max.in.mib", config.memory_max_in_mib(), 8),
                        mib("disk.min.free.in.mib", config.disk_min_free_in_mib(), 1)),
                new Limits(
                        atLeast("mqtt.max.packet.in.bytes", config.mqtt_max_packet_in_bytes(), 1024),
                        atLeast("amqp.max.message.in.bytes", config.amqp_max_message_in_bytes(), 1024),
                        Duration.ofMillis(atLeast("send.wait.in.ms", config.send_wait_in_ms(), 1)),
                        atLeast("send.max.in.flight", config.send_max_in_flight(), 1)));
    }

    private static Optional<External> external(BusConfig config, Supplier<String> password) {
        var url = config.external_url().strip();
        return switch (config.mode()) {
            case "embedded" -> Optional.empty();
            case "auto", "external" -> url.isEmpty() && config.mode().equals("auto")
                    ? Optional.empty()
                    : Optional.of(external(url, config, password));
            default -> throw new IllegalArgumentException(
                    "mode is '" + config.mode() + "', want auto, embedded or external");
        };
    }

    private static External external(String url, BusConfig config, Supplier<String> password) {
        if (!url.matches("(tcp|ssl)://[^/:\\s]+:[0-9]+.*")) {
            throw new IllegalArgumentException("external.url is '" + url + "', want tcp://<host>:<port>");
        }
        var given = config.external_password();
        var usable = url.startsWith("ssl:") ? "tcp" + url.substring(3) + tls(url) : url;
        return new External(usable, config.external_user(), given.isEmpty() ? password.get() : given);
    }

    private static String tls(String url) {
        return (url.contains("?") ? "&" : "?") + "sslEnabled=true";
    }

    private static List<Door> doors(BusConfig config) {
        var doors = new ArrayList<Door>();
        if (config.mqtt_enabled()) {
            doors.add(door(
                    Protocol.MQTT,
                    config.mqtt_host(),
                    config.mqtt_port(),
                    Tls.of(config.mqtt_keystore(), config.mqtt_keystore_password())));
        }
        if (config.ws_enabled()) {
            doors.add(door(
                    Protocol.WS,
                    config.ws_host(),
                    config.ws_port(),
                    Tls.of(config.ws_keystore(), config.ws_keystore_password())));
        }
        if (config.amqp_enabled()) {
            doors.add(door(
                    Protocol.AMQP,
                    config.amqp_host(),
                    config.amqp_port(),
                    Tls.of(config.amqp_keystore(), config.amqp_keystore_password())));
        }
        if (config.core_enabled()) {
            doors.add(door(
                    Protocol.CORE,
                    config.core_host(),
                    config.core_port(),
                    Tls.of(config.core_keystore(), config.core_keystore_password())));
        }
        return List.copyOf(doors);
    }

    private static Door door(Protocol protocol, String host, int port, Optional<Tls> tls) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException(
                    "The port of the " + protocol + " door is " + port + ", want 1 to 65535");
        }
        return new Door(protocol, host.strip(), port, tls);
    }

    private static long mib(String name, int value, int min) {
        return atLeast(name, value, min) * 1024L * 1024L;
    }

    private static int atLeast(String name, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException(name + " is " + value + ", want at least " + min);
        }
        return value;
    }
}
