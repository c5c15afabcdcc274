package de.einsnull.sensors.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody of the staff should do: a battery to be changed, a tree to be watered. The service is there while the module
 * that keeps the list runs, so hold it as an optional, dynamic reference. Safe for use by several threads.
 */
@ProviderType
public interface WorkList {

    /** Longest title. */
    int MAX_TITLE_CHARS = 300;

    /** Longest detail. */
    int MAX_DETAIL_CHARS = 2_000;

    /**
     * Adds an entry, unless one with the same reference is still open.
     *
     * @param entry what is to be done
     * @return false if there is an open one already; nothing changes then
     * @throws SensorDataException if the database is away
     */
    boolean add(Entry entry);

    /**
     * Whether something waits to be done.
     *
     * @param reference reference of an entry
     * @return true while an entry with this reference is open
     * @throws SensorDataException if the database is away
     */
    boolean isOpen(String reference);

    /**
     * What is to be done.
     *
     * @param reference identifies the reason, for example {@code device/7/battery}; one entry of it is open at a time
     * @param team who does it, for example {@code Bauhof}
     * @param title what is to be done, in the language of the city
     * @param detail why, may be empty
     * @param path page of the portal with more, below the language, may be empty
     */
    record Entry(String reference, String team, String title, String detail, String path) {

        /**
         * Checks that nothing is missing or too long.
         *
         * @throws IllegalArgumentException if reference, team or title are blank or a text is too long
         */
        public Entry {
            if (reference.isBlank() || team.isBlank() || title.isBlank()) {
                throw new IllegalArgumentException("An entry needs a reference, a team and a title");
            }
            if (title.length() > MAX_TITLE_CHARS || detail.length() > MAX_DETAIL_CHARS) {
                throw new IllegalArgumentException("Title or detail is too long");
            }
            if (reference.length() > 200 || team.length() > 100 || path.length() > 300) {
                throw new IllegalArgumentException("Reference, team or path is too long");
            }
        }
    }
}
