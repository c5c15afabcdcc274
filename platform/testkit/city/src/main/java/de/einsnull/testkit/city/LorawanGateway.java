package de.einsnull.testkit.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network server of LoRaWAN devices: registers them in the city and sends their uplinks to its webhook, as The Things
 * Stack does. Safe for use by several threads.
 */
public final class LorawanGateway {

    /** Name of the driver instance. */
    public static final String INSTANCE = "partner";

    private final Clock clock = Clock.systemUTC();
    private final City city;
    private final String secret = UUID.randomUUID().toString();
    private final AtomicInteger counter = new AtomicInteger();

    private LorawanGateway(City city) {
        this.city = city;
    }

    /**
     * Configures a driver instance for LoRaWAN.
     *
     * @param city a city with its own etc, not started
     * @return its network server
     */
    public static LorawanGateway of(City city) {
        LorawanGateway gateway = new LorawanGateway(city);
        String settings =
                """
                sensors.instance = %s
                topics =
                webhook.secret = %s
                """
                        .formatted(INSTANCE, gateway.secret);
        try {
            Files.writeString(city.etc().resolve("de.einsnull.sensors.driver.lorawan-partner.cfg"), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gateway;
    }

    /**
     * Registers a device in the middle of the city, with open data.
     *
     * @param device devEUI, 16 hexadecimal digits in upper case
     * @param model model that a codec decodes
     * @param name what people call it
     * @param kind see {@code Kinds}
     * @throws IOException if the city refuses; the message says why
     */
    public void register(String device, String model, String name, String kind) throws IOException {
        Devices.register(city, INSTANCE, device, model, name, kind);
    }

    /**
     * Sends an uplink.
     *
     * @param device devEUI
     * @param port application port
     * @param hex payload in hexadecimal digits
     * @throws IOException if the city does not take it
     */
    public void send(String device, int port, String hex) throws IOException {
        Devices.accepted(city.send(HttpRequest.newBuilder(webhook())
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(uplink(device, port, hex)))));
    }

    URI webhook() {
        return city.url("/api/sensors/lorawan/" + INSTANCE);
    }

    String secret() {
        return secret;
    }

    private String uplink(String device, int port, String hex) {
        return """
                {"end_device_ids": {"device_id": "%s", "dev_eui": "%s"}, "received_at": "%s",
                 "uplink_message": {"f_port": %d, "f_cnt": %d, "frm_payload": "%s"}}
                """
                .formatted(
                        device,
                        device,
                        clock.instant(),
                        port,
                        counter.incrementAndGet(),
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }
}
