package de.einsnull.sensors.simulator.device;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * An uplink as The Things Stack v3 publishes it by MQTT ("Working with data", message format of {@code up}). The field
 * {@code simulated} is the network server's own mark for uplinks that no device sent.
 */
final class TtsUplink {

    private static final String APPLICATION = "demo-oelde";

    private TtsUplink() {}

    static Said of(String devEui, int port, byte[] payload, Moment moment) {
        String device = "eui-" + devEui.toLowerCase(Locale.ROOT);
        String json =
                """
                {"end_device_ids":{"device_id":"%s","application_ids":{"application_id":"%s"},"dev_eui":"%s",\
                "join_eui":"0000000000000000"},"received_at":"%s","uplink_message":{"f_port":%d,"f_cnt":%d,\
                "frm_payload":"%s","rx_metadata":[{"gateway_ids":{"gateway_id":"demo-gateway"},"time":"%s",\
                "rssi":-97,"snr":7.5}],"settings":{"data_rate":{"lora":{"bandwidth":125000,"spreading_factor":7}},\
                "frequency":"868100000"},"received_at":"%s"},"simulated":true}"""
                        .formatted(
                                device,
                                APPLICATION,
                                devEui,
                                moment.stamp(),
                                port,
                                moment.counter(),
                                Base64.getEncoder().encodeToString(payload),
                                moment.stamp(),
                                moment.stamp());
        String topic = "v3/" + APPLICATION + "@demo/devices/" + device + "/up";
        return new Said(topic, json.getBytes(StandardCharsets.UTF_8));
    }
}
