package de.example.benches;

import java.util.List;

/** The benches of the city. Thread-safe. */
public interface Benches {

    /** All, by number. */
    List<Bench> all();

    /** Those that an account takes care of. */
    List<Bench> adoptedBy(String account);

    /**
     * Gives a bench into somebody's care.
     *
     * @return false if there is no such bench or somebody cares already
     */
    boolean adopt(long id, String account);

    /**
     * Forgets who cared.
     *
     * @return how many benches are free again
     */
    int release(String account);
}
