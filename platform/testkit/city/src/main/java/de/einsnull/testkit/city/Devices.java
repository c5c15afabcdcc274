package de.einsnull.testkit.city;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The register of devices of a city. */
public final class Devices {

    private Devices() {}

    /**
     * Registers a device in the middle of the city, with open data.
     *
     * @param city a running city
     * @param instance driver instance that hears it
     * @param device what the driver calls it
     * @param model model that a codec decodes, empty if the driver knows the channels
     * @param name what people call it
     * @param kind see {@code Kinds}
     * @throws IOException if the city refuses; the message says why
     */
    public static void register(City city, String instance, String device, String model, String name, String kind)
            throws IOException {
        String body =
                """
                [{"instance": "%s", "externalId": "%s", "model": "%s", "name": "%s", "kind": "%s",
                  "longitude": 8.1437, "latitude": 51.8236, "open": true, "licence": "CC0-1.0"}]
                """
                        .formatted(instance, device, model, name, kind);
        accepted(city.send(city.asAdmin("/api/sensors/devices")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
    }

    static void accepted(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }
}
