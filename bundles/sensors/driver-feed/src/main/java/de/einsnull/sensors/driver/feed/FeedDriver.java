package de.einsnull.sensors.driver.feed;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Discovering;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import de.einsnull.sensors.driver.kit.mapping.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads what others publish on the web at intervals: car parks, weather stations, counters. */
@Component(
        service = SensorDriver.class,
        configurationPid = FeedDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class FeedDriver implements Polled, Discovering {

    static final String PID = "de.einsnull.sensors.driver.feed";

    /** Counts numbers out of the range that the settings allow. */
    static final String IMPLAUSIBLE = "implausible";

    private final Settings settings;
    private final Map<String, List<Reading>> said = new HashMap<>();
    private Feed feed;
    private String mistake = "";
    private HttpSource source;
    private volatile DriverContext context;

    @Activate
    public FeedDriver(Settings settings) {
        this.settings = settings;
        try {
            feed = Feed.of(settings);
        } catch (IllegalArgumentException e) {
            mistake = String.valueOf(e.getMessage());
        }
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription(
                "City feed", feed == null ? List.of() : feed.reader().channels());
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(settings.interval_in_s());
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (feed == null) {
            throw new DriverException(DriverCause.CONFIGURATION, mistake);
        }
        String secret = settings.secret();
        source = new HttpSource(
                Duration.ofSeconds(settings.timeout_in_s()),
                secret.isEmpty() ? Map.of() : Map.of(settings.header(), secret),
                given.clock());
        said.clear();
        context = given;
    }

    @Override
    public void poll() throws DriverException {
        var page = source.changed(feed.address());
        if (page.isEmpty()) {
            return;
        }
        Instant now = context.clock().instant();
        var content = feed.read(page.get(), now);
        for (Entry entry : content.entries()) {
            emit(entry, now);
        }
        said.keySet().retainAll(content.devices());
        context.count(Outcomes.MALFORMED, content.malformed());
        context.count(
                IMPLAUSIBLE,
                content.entries().stream().mapToInt(Entry::implausible).sum());
        source.processed(page.get());
    }

    /** What a record said before is not said again: most feeds repeat each value many times. */
    private void emit(Entry entry, Instant now) throws DriverException {
        if (entry.readings().isEmpty() || entry.readings().equals(said.get(entry.device()))) {
            return;
        }
        Emit answer = context.emit(entry.report(now));
        if (answer instanceof Emit.SlowDown) {
            throw new DriverException(DriverCause.COMMUNICATION, "The platform does not take readings at the moment");
        }
        if (answer instanceof Emit.Accepted) {
            said.put(entry.device(), entry.readings());
        }
    }

    @Override
    public void scan(Consumer<Candidate> found) throws DriverException {
        var page = source.get(feed.address());
        feed.read(page, context.clock().instant()).entries().forEach(entry -> found.accept(entry.candidate()));
    }

    @Override
    public void close(CloseReason reason) {
        said.clear();
    }
}
