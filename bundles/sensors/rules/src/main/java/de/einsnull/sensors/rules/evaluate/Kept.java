package de.einsnull.sensors.rules.evaluate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A machine as text: {@code firing since;holds at value;...}, nothing is {@code -}, values are Base64 so that they may hold
 * anything.
 */
record Kept(Slot[] slots, Instant since, boolean firing) {

    private static final String NOTHING = "-";
    private static final int LONGEST_VALUE = 200;

    static String write(Slot[] slots, Instant since, boolean firing) {
        return firing + " " + text(since)
                + Arrays.stream(slots)
                        .map(slot -> ";" + slot.holds() + " " + text(slot.at()) + " " + encoded(slot.value()))
                        .collect(Collectors.joining());
    }

    static Kept read(String kept) {
        var parts = kept.split(";");
        var head = parts[0].split(" ");
        var slots = Arrays.stream(parts).skip(1).map(Kept::slot).toArray(Slot[]::new);
        return new Kept(slots, instant(head[1]), Boolean.parseBoolean(head[0]));
    }

    private static Slot slot(String text) {
        var parts = text.split(" ");
        return new Slot(Boolean.parseBoolean(parts[0]), instant(parts[1]), decoded(parts[2]));
    }

    private static String text(Instant at) {
        return at == null ? NOTHING : at.toString();
    }

    private static Instant instant(String text) {
        return text.equals(NOTHING) ? null : Instant.parse(text);
    }

    private static String encoded(String value) {
        String shortened = value.substring(0, Math.min(LONGEST_VALUE, value.length()));
        return shortened.isEmpty()
                ? NOTHING
                : Base64.getUrlEncoder().withoutPadding().encodeToString(shortened.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return text.equals(NOTHING) ? "" : new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
