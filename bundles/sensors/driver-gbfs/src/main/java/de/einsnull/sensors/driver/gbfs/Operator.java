package de.einsnull.sensors.driver.gbfs;

import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of one operator. None is fetched again before its {@code ttl} has passed. For one thread. */
final class Operator {

    private final URI address;
    private final String language;
    private final HttpSource own;
    private final HttpSource others;
    private final Clock clock;
    private final Map<URI, Instant> due = new HashMap<>();
    private Directory directory;

    Operator(URI address, Settings settings, Clock clock) {
        this.address = address;
        this.language = settings.language();
        this.clock = clock;
        var timeout = Duration.ofSeconds(settings.timeout_in_s());
        String secret = settings.secret();
        others = new HttpSource(timeout, Map.of(), clock);
        own = new HttpSource(timeout, secret.isEmpty() ? Map.of() : Map.of(settings.header(), secret), clock);
    }

    /** A file by the first of its names that there is; empty if there is none, it is not due, or it did not change. */
    Optional<GbfsFile> file(String... names) throws DriverException {
        var uri = directory().file(names);
        if (uri.isEmpty() || !isDue(uri.get())) {
            return Optional.empty();
        }
        var page = source(uri.get()).changed(uri.get());
        if (page.isEmpty()) {
            return Optional.empty();
        }
        var file = GbfsFile.of(page.get());
        source(uri.get()).processed(page.get());
        due.put(uri.get(), clock.instant().plus(file.ttl()));
        return Optional.of(file);
    }

    /** A file, whether it is due or not. */
    Optional<GbfsFile> fresh(String name) throws DriverException {
        var uri = directory().file(name);
        return uri.isEmpty()
                ? Optional.empty()
                : Optional.of(GbfsFile.of(source(uri.get()).get(uri.get())));
    }

    boolean has(String... names) throws DriverException {
        return directory().file(names).isPresent();
    }

    /** Has everything fetched again. */
    void forget() {
        due.clear();
        own.forget();
        others.forget();
    }

    private Directory directory() throws DriverException {
        if (directory == null || isDue(address)) {
            var file = GbfsFile.of(own.get(address));
            directory = Directory.of(address, file, language);
            due.put(address, clock.instant().plus(file.ttl()));
        }
        return directory;
    }

    private boolean isDue(URI file) {
        return !clock.instant().isBefore(due.getOrDefault(file, Instant.MIN));
    }

    /** The secret goes to the operator's own host, whatever its directory says. */
    private HttpSource source(URI file) {
        return file.getHost().equalsIgnoreCase(address.getHost()) && file.getPort() == address.getPort() ? own : others;
    }
}
