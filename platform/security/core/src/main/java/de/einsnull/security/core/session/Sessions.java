package de.einsnull.security.core.session;

import de.einsnull.security.api.Identity;
import de.einsnull.security.core.SecurityConfig;
import de.einsnull.security.core.Tokens;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logins that survive a restart. The browser holds 256 random bits, the database their hash. This node remembers a session
 * for some seconds, so another node's logout takes effect after them at the latest.
 */
@Component(service = Sessions.class, configurationPid = SecurityConfig.PID)
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);
    private static final int MAX_REMEMBERED = 10_000;
    private static final long PURGE_MINUTES = 15;

    private final SecurityDatabase database;
    private final Clock clock;
    private volatile Duration idle;
    private volatile Duration lifetime;
    private final RecentSessions recent = new RecentSessions(MAX_REMEMBERED);
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "einsnull-session-purge");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Sessions(@Reference SecurityDatabase database, SecurityConfig config) {
        this(database, Clock.systemUTC(), Duration.ZERO, Duration.ZERO);
        modified(config);
        var unused = scheduler.scheduleWithFixedDelay(this::purge, PURGE_MINUTES, PURGE_MINUTES, TimeUnit.MINUTES);
    }

    public Sessions(SecurityDatabase database, Clock clock, Duration idle, Duration lifetime) {
        this.database = database;
        this.clock = clock;
        this.idle = idle;
        this.lifetime = lifetime;
    }

    @Modified
    public void modified(SecurityConfig config) {
        idle = Duration.ofMinutes(Math.max(1, config.sessionIdleInMinutes()));
        lifetime = Duration.ofHours(Math.max(1, config.sessionLifetimeInHours()));
    }

    @Deactivate
    void stop() {
        scheduler.shutdownNow();
    }

    /**
     * Starts a session.
     *
     * @return the token for the browser
     * @throws Unavailable if the database is away
     */
    public String start(Identity identity) {
        var token = Tokens.random();
        var now = clock.instant();
        var session = new Session(Tokens.sha256(token), identity, now, now);
        database.call(connection -> {
            SessionTable.insert(connection, session);
            return null;
        });
        recent.put(session, now);
        return token;
    }

    /**
     * Finds the session of a token and notes that it is in use.
     *
     * @return empty if it has ended or never was
     * @throws Unavailable if the database is away and this node does not remember the session
     */
    public Optional<Session> find(String token) {
        var hash = Tokens.sha256(token);
        var now = clock.instant();
        var known = recent.get(hash, now.minus(REMEMBERED));
        if (known.isPresent()) {
            return known.filter(session -> lives(session, now));
        }
        try {
            return load(hash, now);
        } catch (Unavailable e) {
            return Optional.of(recent.get(hash, Instant.MIN)
                    .filter(session -> lives(session, now))
                    .orElseThrow(() -> e));
        }
    }

    private Optional<Session> load(String hash, Instant now) {
        var found = database.call(connection -> {
            var session = SessionTable.find(connection, hash).filter(candidate -> lives(candidate, now));
            if (session.isPresent()
                    && session.get().seenAt().plus(TOUCH_INTERVAL).isBefore(now)) {
                SessionTable.touch(connection, hash, now);
            }
            return session;
        });
        found.ifPresentOrElse(session -> recent.put(session.seen(now), now), () -> recent.remove(hash));
        return found;
    }

    private boolean lives(Session session, Instant now) {
        return now.isBefore(session.seenAt().plus(idle))
                && now.isBefore(session.createdAt().plus(lifetime));
    }

    /**
     * Ends the session of a token.
     *
     * @throws Unavailable if the database is away
     */
    public void end(String token) {
        var hash = Tokens.sha256(token);
        recent.remove(hash);
        database.call(connection -> {
            SessionTable.delete(connection, hash);
            return null;
        });
    }

    /** Ends all sessions of an account. */
    public void endAll(String accountId) {
        database.call(connection -> {
            SessionTable.deleteAll(connection, accountId);
            return null;
        });
        recent.removeAll(accountId);
    }

    /** Deletes what has ended; returns how many. */
    int deleteEnded() {
        var now = clock.instant();
        return database.transact(
                connection -> SessionTable.deleteEnded(connection, now.minus(idle), now.minus(lifetime)));
    }

    private void purge() {
        try {
            LOG.debug("Deleted {} ended sessions", deleteEnded());
        } catch (Unavailable e) {
            LOG.debug("Ended sessions stay until the database is back", e);
        }
    }
}
