package de.einsnull.security.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one module keeps about one account, in the language of the person.
 *
 * @param title what it is, for example {@code Your suggestions}
 * @param purpose why it is kept and on which legal ground, one or two sentences
 * @param keptUntil how long, for example {@code until you erase it, at most two years}
 * @param items the data, at most {@value #MOST_ITEMS}
 */
public record PersonalData(String title, String purpose, String keptUntil, List<Item> items) {

    /** Most items of one source. */
    public static final int MOST_ITEMS = 10_000;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a text is blank or there are too many items
     */
    public PersonalData {
        items = List.copyOf(items);
        if (title.isBlank() || purpose.isBlank() || keptUntil.isBlank()) {
            throw new IllegalArgumentException("Title, purpose and time are owed to the person");
        }
        if (items.size() > MOST_ITEMS) {
            throw new IllegalArgumentException(items.size() + " items, at most " + MOST_ITEMS);
        }
    }

    /**
     * One thing that is kept.
     *
     * @param label what it is, for example the date of a suggestion
     * @param facts names and values, in this order
     */
    public record Item(String label, Map<String, String> facts) {

        /** Copies the facts. */
        public Item {
            facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }
}
