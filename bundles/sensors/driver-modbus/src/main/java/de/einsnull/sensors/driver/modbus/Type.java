package de.einsnull.sensors.driver.modbus;

import java.nio.ByteBuffer;

/** What registers hold. */
enum Type {
    INT16(1),
    UINT16(1),
    INT32(2),
    UINT32(2),
    FLOAT32(2),
    INT64(4),
    UINT64(4),
    FLOAT64(4);

    private static final double TWO_TO_64 = 18_446_744_073_709_551_616.0;

    private final int registers;

    Type(int registers) {
        this.registers = registers;
    }

    int registers() {
        return registers;
    }

    /** Reads a number from bytes in big-endian order; integers beyond 2^53 lose their last digits. */
    double number(ByteBuffer bytes) {
        return switch (this) {
            case INT16 -> bytes.getShort();
            case UINT16 -> Short.toUnsignedInt(bytes.getShort());
            case INT32 -> bytes.getInt();
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
            case FLOAT32 -> bytes.getFloat();
            case INT64 -> bytes.getLong();
            case UINT64 -> unsigned(bytes.getLong());
            case FLOAT64 -> bytes.getDouble();
        };
    }

    private static double unsigned(long bits) {
        return bits < 0 ? bits + TWO_TO_64 : bits;
    }
}
