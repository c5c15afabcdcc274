package de.einsnull.sensors.driver.modbus;

/** The four tables of Modbus with the function that reads each, and what the specification lets read at once. */
enum Table {
    COIL(1, 2_000),
    DISCRETE(2, 2_000),
    HOLDING(3, 125),
    INPUT(4, 125);

    private final int function;
    private final int most;

    Table(int function, int most) {
        this.function = function;
        this.most = most;
    }

    int function() {
        return function;
    }

    int most() {
        return most;
    }

    boolean hasBits() {
        return this == COIL || this == DISCRETE;
    }

    /** Bytes of an answer for so many registers or bits. */
    int bytes(int count) {
        return hasBits() ? (count + 7) / 8 : count * 2;
    }
}
