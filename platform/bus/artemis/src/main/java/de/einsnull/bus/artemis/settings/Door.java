package de.einsnull.bus.artemis.settings;

import java.net.URI;
import java.util.Optional;

/** A network door of the embedded broker. */
public record Door(Protocol protocol, String host, int port, Optional<Tls> tls) {

    /** Whether only this machine can reach it. */
    public boolean isLocal() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Where clients that speak MQTT reach it; empty for other doors. */
    public Optional<URI> address() {
        var secure = tls().isPresent() ? "s" : "";
        var reached = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        return switch (protocol) {
            case MQTT -> Optional.of(URI.create("mqtt" + secure + "://" + reached));
            case WS -> Optional.of(URI.create("ws" + secure + "://" + reached + "/mqtt"));
            default -> Optional.empty();
        };
    }

    /** What is spoken there. */
    public enum Protocol {
        MQTT,
        /** MQTT within a WebSocket. */
        WS,
        AMQP,
        CORE
    }

    /** A PKCS12 key store with the door's certificate. */
    public record Tls(String keystore, String password) {

        static Optional<Tls> of(String keystore, String password) {
            return keystore.isBlank() ? Optional.empty() : Optional.of(new Tls(keystore.strip(), password));
        }

        @Override
        public String toString() {
            return "Tls[" + keystore + "]";
        }
    }
}
