package de.einsnull.sensors.sensorthings.evaluate;

import java.math.BigDecimal;

/** Numbers without loss. */
final class Exact {

    private Exact() {}

    static BigDecimal of(Number number) {
        return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.doubleValue());
    }
}
