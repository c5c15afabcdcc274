package de.einsnull.sensors.rules.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the work list.
 *
 * @param id identifies it
 * @param team who does it
 * @param title what is to be done
 * @param detail why, may be empty
 * @param path page with more, may be empty
 * @param createdAt when it was made (UTC)
 * @param doneAt when it was done (UTC), empty before
 * @param doneBy account id of who did it, empty before
 */
public record Task(
        long id,
        String team,
        String title,
        String detail,
        String path,
        Instant createdAt,
        Optional<Instant> doneAt,
        String doneBy) {}
