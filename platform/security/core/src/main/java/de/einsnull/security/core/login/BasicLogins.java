package de.einsnull.security.core.login;

import de.einsnull.security.api.Identity;
import de.einsnull.security.core.Tokens;
import de.einsnull.security.core.login.LoginOutcome.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * HTTP Basic for programs. What was right is remembered for a minute, so that not every call costs a password hash; kept
 * is only a hash of the credentials with a random key of this process.
 */
@Component(service = BasicLogins.class)
public final class BasicLogins {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 1_000;
    private static final int MAX_CREDENTIALS = 2_000;

    private final Authenticator authenticator;
    private final Clock clock;
    private final String key = Tokens.random();
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    private record Known(Identity identity, Instant until) {}

    @Activate
    public BasicLogins(@Reference Authenticator authenticator) {
        this(authenticator, Clock.systemUTC());
    }

    public BasicLogins(Authenticator authenticator, Clock clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    /**
     * Checks the credentials of an Authorization header.
     *
     * @param credentials Base64 of name, colon and password
     * @param address network address of the caller
     */
    public LoginOutcome check(String credentials, String address) {
        if (credentials.length() > MAX_CREDENTIALS) {
            return LoginOutcome.of(Kind.WRONG);
        }
        var hash = Tokens.sha256(key + credentials);
        var remembered = recall(hash);
        if (remembered.isPresent()) {
            return LoginOutcome.succeeded(remembered.get());
        }
        var outcome = decode(credentials)
                .filter(text -> text.indexOf(':') > 0)
                .map(text -> check(text, text.indexOf(':'), address))
                .orElseGet(() -> LoginOutcome.of(Kind.WRONG));
        if (outcome.kind() == Kind.SUCCEEDED) {
            remember(hash, outcome.identity());
        }
        return outcome;
    }

    /** Forgets an account whose password or lock has changed. */
    public synchronized void forget(String accountId) {
        known.values().removeIf(entry -> entry.identity().id().equals(accountId));
    }

    private LoginOutcome check(String text, int colon, String address) {
        return authenticator.check(
                text.substring(0, colon), text.substring(colon + 1).toCharArray(), address);
    }

    private static Optional<String> decode(String credentials) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private synchronized Optional<Identity> recall(String hash) {
        return Optional.ofNullable(known.get(hash))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Known::identity);
    }

    private synchronized void remember(String hash, Identity identity) {
        known.put(hash, new Known(identity, clock.instant().plus(REMEMBERED)));
    }
}
