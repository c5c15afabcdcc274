package ${package};

import java.time.Instant;

/**
 * One ${className}.
 *
 * @param id identifies it
 * @param words what somebody wrote
 * @param madeAt when (UTC)
 * @param confirmed whether the event about it has come round
 */
public record ${className}(long id, String words, Instant madeAt, boolean confirmed) {

    /** Most characters of the words. */
    public static final int MOST_CHARS = 400;
}
