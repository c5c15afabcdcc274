package de.einsnull.sensors.core.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** The 64 bits that identify a LoRaWAN device, as they are printed on boxes: in either case, with separators or without. */
final class Eui {

    private static final Pattern PRINTED = Pattern.compile("[0-9A-Fa-f]{2}([-: ]?[0-9A-Fa-f]{2}){7}");

    private Eui() {}

    static boolean isOne(String text) {
        return PRINTED.matcher(text).matches();
    }

    /** In upper case without separators, as drivers name a device. */
    static String usual(String text) {
        return text.replaceAll("[-: ]", "").toUpperCase(Locale.ROOT);
    }
}
