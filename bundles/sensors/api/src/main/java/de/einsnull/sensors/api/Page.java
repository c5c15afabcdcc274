package de.einsnull.sensors.api;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param items the part
 * @param total length of the whole list
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, long total) {

    /** Most items of one page. */
    public static final int MAX = 10_000;

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
