package de.einsnull.security.api;

/**
 * What became of the wish to have data erased.
 *
 * @param erased how many items were erased
 * @param kept how many items stay
 * @param reason why they stay and for how long, in the language of the person; empty if none stays
 */
public record Erasure(int erased, int kept, String reason) {

    /**
     * Checks that what is kept has a reason.
     *
     * @throws IllegalArgumentException if a number is negative, or something is kept without a reason
     */
    public Erasure {
        if (erased < 0 || kept < 0) {
            throw new IllegalArgumentException("Not a number of items: " + erased + ", " + kept);
        }
        if (kept > 0 && reason.isBlank()) {
            throw new IllegalArgumentException("Who keeps personal data owes the reason (GDPR Art. 17 (3))");
        }
    }

    /**
     * All of it was erased.
     *
     * @param erased how many items
     * @return the answer
     */
    public static Erasure ofAll(int erased) {
        return new Erasure(erased, 0, "");
    }

    /**
     * None of it can be erased.
     *
     * @param kept how many items
     * @param reason why
     * @return the answer
     */
    public static Erasure refused(int kept, String reason) {
        return new Erasure(0, kept, reason);
    }
}
