package de.einsnull.sensors.driver.datex;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.Candidate;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.Discovering;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.driver.kit.http.HttpSource;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads car parks, parking bays and charging points from publications in DATEX II, XML or JSON. */
@Component(
        service = SensorDriver.class,
        configurationPid = DatexDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class DatexDriver implements Polled, Discovering {

    static final String PID = "de.einsnull.sensors.driver.datex";

    private final Settings settings;
    private final Map<String, List<Reading>> said = new HashMap<>();
    private URI status;
    private URI table;
    private HttpSource source;
    private HttpSource tables;
    private volatile DriverContext context;

    @Activate
    public DatexDriver(Settings settings) {
        this.settings = settings;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("DATEX II", Statuses.CHANNELS);
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(settings.interval_in_s());
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        status = address(settings.url());
        table = settings.table_url().isBlank() ? status : address(settings.table_url());
        var timeout = Duration.ofSeconds(settings.timeout_in_s());
        var secret = settings.secret();
        Map<String, String> headers = secret.isEmpty() ? Map.of() : Map.of(settings.header(), secret);
        source = new HttpSource(timeout, headers, given.clock());
        // The secret of one publisher is not for another one.
        tables = sameHost() ? source : new HttpSource(timeout, Map.of(), given.clock());
        said.clear();
        context = given;
    }

    private boolean sameHost() {
        return table.getHost().equalsIgnoreCase(status.getHost()) && table.getPort() == status.getPort();
    }

    private static URI address(String url) throws DriverException {
        try {
            var parsed = URI.create(url.strip());
            if (url.strip().matches("https?://.+") && parsed.getHost() != null) {
                return parsed;
            }
            throw new DriverException(
                    DriverCause.CONFIGURATION, "The addresses must begin with http:// or https:// and name a host");
        } catch (IllegalArgumentException e) {
            throw new DriverException(DriverCause.CONFIGURATION, "One of the addresses cannot be read", e);
        }
    }

    @Override
    public void poll() throws DriverException {
        var page = source.changed(status);
        if (page.isEmpty()) {
            return;
        }
        var statuses = Statuses.of(Tree.read(page.get()), context.clock().instant());
        if (statuses.reports().isEmpty()) {
            throw new DriverException(
                    DriverCause.PROTOCOL,
                    HttpSource.safe(status) + " says nothing about car parks or charging points; is it the address of"
                            + " the publication with what is free?");
        }
        var devices = new HashSet<String>();
        for (Report report : statuses.reports()) {
            devices.add(report.device());
            emit(report);
        }
        said.keySet().retainAll(devices);
        context.count(Outcomes.MALFORMED, statuses.malformed());
        source.processed(page.get());
    }

    /** Publications repeat everything; what did not change is not said again. */
    private void emit(Report report) throws DriverException {
        if (report.readings().equals(said.get(report.device()))) {
            return;
        }
        Emit answer = context.emit(report);
        if (answer instanceof Emit.SlowDown) {
            source.forget();
            throw new DriverException(DriverCause.COMMUNICATION, "The platform does not take readings at the moment");
        }
        if (answer instanceof Emit.Accepted) {
            said.put(report.device(), report.readings());
        }
    }

    /** What the table names, and what only the status knows. */
    @Override
    public void scan(Consumer<Candidate> found) throws DriverException {
        var now = context.clock().instant();
        var all = new LinkedHashMap<>(Sites.of(Tree.read(tables.get(table))));
        Statuses.of(Tree.read(source.get(status)), now)
                .reports()
                .forEach(report -> all.putIfAbsent(report.device(), new Candidate(report.device(), "", "", Map.of())));
        all.values().stream().limit(Limits.CANDIDATES).forEach(found);
    }

    @Override
    public void close(CloseReason reason) {
        said.clear();
    }
}
