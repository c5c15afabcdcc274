package de.einsnull.search.core.query;

/**
 * A part of what was typed.
 *
 * @param kind what it is
 * @param field name before the colon, empty without
 * @param text words
 * @param excluded whether a minus stood before it
 */
record Clause(Kind kind, String field, String text, boolean excluded) {

    enum Kind {
        WORDS,
        PHRASE,
        FIELD
    }

    /** The same as plain words, unless it is excluded. */
    Clause loosened() {
        return excluded ? this : new Clause(Kind.WORDS, "", (field + " " + text).strip(), false);
    }
}
