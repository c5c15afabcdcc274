package de.einsnull.bus.portal;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.DeadLetter;
import de.einsnull.bus.api.DeadLetters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replays many letters: at most 1,000, and no longer than a page may take. A letter that fails again meanwhile comes back as
 * a new one; it is left alone, or one that always fails would be replayed in a circle.
 */
final class ReplayAll {

    static final int MOST = 1_000;
    private static final int PORTION = 50;
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Logger LOG = LoggerFactory.getLogger(ReplayAll.class);

    private final DeadLetters letters;
    private final Clock clock;

    ReplayAll(DeadLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param replayed how many letters went back
     * @param complete whether it ended by itself, not because the time was over or the broker went away
     */
    record Outcome(int replayed, boolean complete) {}

    Outcome run(Optional<String> group) {
        var start = clock.instant();
        var tried = new HashSet<String>();
        int replayed = 0;
        try {
            var portion = next(group, start, tried);
            while (!portion.isEmpty()) {
                for (var letter : portion) {
                    if (tried.size() >= MOST) {
                        return new Outcome(replayed, true);
                    }
                    if (clock.instant().isAfter(start.plus(LONGEST))) {
                        return new Outcome(replayed, false);
                    }
                    tried.add(letter.id());
                    replayed += letters.replay(letter.id()) ? 1 : 0;
                }
                portion = next(group, start, tried);
            }
            return new Outcome(replayed, true);
        } catch (BusException e) {
            LOG.warn("Replaying stopped after {} messages", replayed, e);
            return new Outcome(replayed, false);
        }
    }

    private List<DeadLetter> next(Optional<String> group, Instant start, Set<String> tried) {
        return letters.list(group, PORTION).stream()
                .filter(letter -> letter.at().isBefore(start))
                .filter(letter -> !tried.contains(letter.id()))
                .toList();
    }
}
