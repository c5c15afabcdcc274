package de.einsnull.bus.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The messages that could not be handled. Safe for use by several threads. All methods throw {@link BusException} while
 * the broker is not reachable.
 */
@ProviderType
public interface DeadLetters {

    /**
     * How many letters there are.
     *
     * @return number of letters of all groups
     */
    long count();

    /**
     * Lists letters, oldest first.
     *
     * @param group only those of this group, or all when empty
     * @param limit 1 to 1,000
     * @return the letters
     */
    List<DeadLetter> list(Optional<String> group, int limit);

    /**
     * Finds a letter.
     *
     * @param id id of the letter
     * @return the letter, empty if there is none
     */
    Optional<DeadLetter> find(String id);

    /**
     * Gives a letter back to the group that could not handle it, and to no other.
     *
     * @param id id of the letter
     * @return false if there is no such letter
     */
    boolean replay(String id);

    /**
     * Removes a letter for good.
     *
     * @param id id of the letter
     * @return false if there is no such letter
     */
    boolean discard(String id);
}
