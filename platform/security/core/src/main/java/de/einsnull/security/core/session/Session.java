package de.einsnull.security.core.session;

import de.einsnull.security.api.Identity;
import java.time.Instant;

/**
 * A login.
 *
 * @param tokenHash SHA-256 of what the browser holds
 * @param identity who logged in
 * @param createdAt when (UTC)
 * @param seenAt last request, a minute old at most while requests come (UTC)
 */
public record Session(String tokenHash, Identity identity, Instant createdAt, Instant seenAt) {

    Session seen(Instant now) {
        return new Session(tokenHash, identity, createdAt, now);
    }
}
