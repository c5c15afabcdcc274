package de.einsnull.search.core.text;

import java.util.List;

/**
 * A word that was typed, as one language reads it.
 *
 * @param spelling as it was typed, in lower case
 * @param stem what it is looked up by
 * @param parts stems of its parts if it is a compound
 * @param stop whether it is too frequent to say anything
 */
public record Word(String spelling, String stem, List<String> parts, boolean stop) {}
