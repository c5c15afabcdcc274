package de.einsnull.sensors.driver.modbus;

import java.nio.ByteBuffer;

/** Order of the bytes of a number over its registers; A is the highest byte. Manufacturers differ. */
enum Order {
    /** As the specification wants it. */
    ABCD,
    /** The lowest register first. */
    CDAB,
    /** The bytes of each register swapped. */
    BADC,
    /** Both. */
    DCBA;

    /** The bytes in the order ABCD. */
    ByteBuffer sorted(byte[] bytes) {
        var sorted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            int register = i / 2;
            int low = i % 2;
            int from = this == CDAB || this == DCBA ? bytes.length / 2 - 1 - register : register;
            sorted[i] = bytes[2 * from + (this == BADC || this == DCBA ? 1 - low : low)];
        }
        return ByteBuffer.wrap(sorted);
    }
}
