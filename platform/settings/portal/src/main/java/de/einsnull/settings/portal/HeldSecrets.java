package de.einsnull.settings.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps secrets that were just typed while their form comes back, so that they need not be typed again and are never written
 * into a page. For a quarter of an hour, in memory, and only for whoever typed them. Thread-safe.
 */
final class HeldSecrets {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 200;

    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Clock clock;

    private record Held(String owner, String secret, Instant until) {}

    HeldSecrets(Clock clock) {
        this.clock = clock;
    }

    /** A token by which the same person finds it again. */
    synchronized String hold(String owner, String secret) {
        tidy();
        var token = UUID.randomUUID().toString();
        held.put(token, new Held(owner, secret, clock.instant().plus(LONGEST)));
        return token;
    }

    synchronized Optional<String> find(String owner, String token) {
        tidy();
        return Optional.ofNullable(held.get(token))
                .filter(one -> one.owner().equals(owner))
                .map(Held::secret);
    }

    synchronized void forget(String token) {
        held.remove(token);
    }

    private void tidy() {
        var now = clock.instant();
        held.values().removeIf(one -> one.until().isBefore(now));
        while (held.size() >= MOST) {
            held.remove(held.keySet().iterator().next());
        }
    }
}
