package de.einsnull.sensors.driver.modbus;

import java.util.Map;

/** A device answers, but says no. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> CODES = Map.of(
            1, "illegal function",
            2, "illegal data address",
            3, "illegal data value",
            4, "device failure",
            5, "acknowledge",
            6, "device busy",
            8, "memory parity error",
            10, "gateway path unavailable",
            11, "gateway target device failed to respond");

    Refused(int code) {
        super(CODES.getOrDefault(code, "code " + code));
    }
}
