package de.einsnull.sensors.driver.lorawan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Frame;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the uplink JSON of network servers. What the server itself decoded is not used: the codec of the device's model
 * does that, in one place for all servers.
 *
 * <p>Sources: The Things Stack, "Data Formats" (fields that are zero or empty are left out there); ChirpStack v4,
 * "Event types" ({@code integration.UplinkEvent}).
 */
final class Uplinks {

    private static final String DEV_EUI = "[0-9A-Fa-f]{16}";
    private static final int MAX_PAYLOAD_BYTES = 255;

    private final ObjectMapper json = new ObjectMapper();

    /**
     * Reads a message.
     *
     * @return the frame; empty for messages that are no uplinks (a join) or carry no payload
     * @throws UndecodableFrameException if it is neither
     */
    Optional<Frame> read(RawMessage message) throws UndecodableFrameException {
        var root = parse(message.payload());
        if (root.has("end_device_ids")) {
            return thingsStack(root, message.receivedAt());
        }
        if (root.has("deviceInfo")) {
            return chirpStack(root, message.receivedAt());
        }
        throw malformed("neither an uplink of The Things Stack nor of ChirpStack", null);
    }

    private JsonNode parse(byte[] payload) throws UndecodableFrameException {
        try {
            var root = json.readTree(payload);
            if (root == null || !root.isObject()) {
                throw malformed("not a JSON object", null);
            }
            return root;
        } catch (IOException e) {
            throw malformed("not JSON: " + e.getMessage(), e);
        }
    }

    private static Optional<Frame> thingsStack(JsonNode root, Instant receivedAt) throws UndecodableFrameException {
        var uplink = root.path("uplink_message");
        if (uplink.isMissingNode() || !uplink.hasNonNull("frm_payload")) {
            return Optional.empty();
        }
        var at = uplink.hasNonNull("received_at") ? uplink.path("received_at") : root.path("received_at");
        return Optional.of(new Frame(
                devEui(root.path("end_device_ids").path("dev_eui")),
                number(uplink, "f_port"),
                number(uplink, "f_cnt"),
                payload(uplink.path("frm_payload")),
                time(at, receivedAt)));
    }

    private static Optional<Frame> chirpStack(JsonNode root, Instant receivedAt) throws UndecodableFrameException {
        if (!root.hasNonNull("data") || "".equals(root.path("data").textValue())) {
            return Optional.empty();
        }
        return Optional.of(new Frame(
                devEui(root.path("deviceInfo").path("devEui")),
                number(root, "fPort"),
                number(root, "fCnt"),
                payload(root.path("data")),
                time(root.path("time"), receivedAt)));
    }

    private static String devEui(JsonNode node) throws UndecodableFrameException {
        if (!node.isTextual() || !node.textValue().matches(DEV_EUI)) {
            throw malformed("no devEUI of 16 hexadecimal digits", null);
        }
        return node.textValue().toUpperCase(Locale.ROOT);
    }

    /** Counters and ports that are zero are left out. */
    private static int number(JsonNode parent, String field) throws UndecodableFrameException {
        var node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return 0;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 0) {
            throw malformed("'" + field + "' is not a whole number", null);
        }
        return node.intValue();
    }

    private static ByteBuffer payload(JsonNode node) throws UndecodableFrameException {
        if (!node.isTextual()) {
            throw malformed("the payload is not a text in Base64", null);
        }
        try {
            var bytes = Base64.getDecoder().decode(node.textValue());
            if (bytes.length > MAX_PAYLOAD_BYTES) {
                throw malformed("a payload of LoRaWAN has at most 255 bytes, not " + bytes.length, null);
            }
            return ByteBuffer.wrap(bytes);
        } catch (IllegalArgumentException e) {
            throw malformed("the payload is not Base64", e);
        }
    }

    private static Instant time(JsonNode node, Instant otherwise) throws UndecodableFrameException {
        if (node.isMissingNode() || node.isNull()) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException e) {
            throw malformed("'" + node.asText() + "' is not a time", e);
        }
    }

    private static UndecodableFrameException malformed(String what, Exception cause) {
        return new UndecodableFrameException(Outcomes.MALFORMED, what, cause);
    }
}
