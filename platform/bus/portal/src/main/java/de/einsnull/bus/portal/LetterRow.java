package de.einsnull.bus.portal;

import de.einsnull.bus.api.DeadLetter;
import java.time.Instant;

/**
 * A dead letter as a row of the list.
 *
 * @param id identifies it
 * @param at when it was put aside
 * @param group group that could not handle it
 * @param topic topic it was published on
 * @param cause stable code
 * @param detail what exactly went wrong, shortened
 * @param attempts how often it was tried
 */
public record LetterRow(String id, Instant at, String group, String topic, String cause, String detail, int attempts) {

    private static final int LONGEST_DETAIL = 160;

    static LetterRow of(DeadLetter letter) {
        return new LetterRow(
                letter.id(),
                letter.at(),
                letter.group(),
                letter.message().topic(),
                letter.cause(),
                shortened(letter.detail()),
                letter.message().attempt());
    }

    private static String shortened(String detail) {
        String text = detail == null ? "" : detail;
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
    }
}
