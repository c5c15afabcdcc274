package de.einsnull.bus.artemis.broker;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Credential of the platform itself on connections within the process, new for each start of a broker. */
record Insider(String name, String password) {

    static Insider random() {
        return new Insider("platform-" + hex(4), hex(32));
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public String toString() {
        return "Insider[" + name + "]";
    }
}
