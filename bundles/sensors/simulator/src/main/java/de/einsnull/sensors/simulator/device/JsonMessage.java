package de.einsnull.sensors.simulator.device;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A small JSON message as many gateways publish it by MQTT, with time and counter. */
final class JsonMessage {

    private final StringBuilder json = new StringBuilder("{\"demo\":true");

    JsonMessage with(String name, double number, int decimals) {
        json.append(",\"").append(name).append("\":").append(String.format(Locale.ROOT, "%." + decimals + "f", number));
        return this;
    }

    /** The word must not need escaping. */
    JsonMessage with(String name, String word) {
        json.append(",\"").append(name).append("\":\"").append(word).append('"');
        return this;
    }

    Said said(String device, Moment moment) {
        json.append(",\"time\":\"").append(moment.stamp()).append("\",\"seq\":").append(moment.counter());
        return new Said("demo/sensors/" + device, json.append('}').toString().getBytes(StandardCharsets.UTF_8));
    }
}
