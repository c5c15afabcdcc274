package de.einsnull.sensors.api.driver;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;

/**
 * Bytes that a device sent.
 *
 * @param device what the driver calls the device
 * @param port application port (LoRaWAN: fPort), 0 if the protocol has none
 * @param sequence counter of the device, 0 if it has none
 * @param payload the bytes; each call gives a fresh read-only view at position 0, in big-endian order
 * @param receivedAt when the first gateway received it (UTC)
 */
public record Frame(String device, int port, long sequence, ByteBuffer payload, Instant receivedAt) {

    /** Makes the payload read-only. */
    public Frame {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(receivedAt, "receivedAt");
        payload = payload.slice().asReadOnlyBuffer();
    }

    @Override
    public ByteBuffer payload() {
        return payload.duplicate();
    }
}
