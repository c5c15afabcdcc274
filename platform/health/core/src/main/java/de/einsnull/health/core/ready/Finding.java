package de.einsnull.health.core.ready;

import java.util.List;

/**
 * What a check found.
 *
 * @param name of the check
 * @param status one word
 * @param counts whether it can make the platform unready
 * @param messages cause and advice, for eyes that may see the inside
 */
record Finding(String name, Status status, boolean counts, List<String> messages) {

    /** From good to bad. */
    enum Status {
        OK,
        WARN,
        CRITICAL
    }

    Finding {
        messages = List.copyOf(messages);
    }

    boolean isBad() {
        return counts && status == Status.CRITICAL;
    }
}
