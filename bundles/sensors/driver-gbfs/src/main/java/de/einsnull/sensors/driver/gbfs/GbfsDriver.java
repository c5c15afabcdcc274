package de.einsnull.sensors.driver.gbfs;

import com.fasterxml.jackson.databind.JsonNode;
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
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads how many vehicles can be hired at the stations of an operator, and how many elsewhere. */
@Component(
        service = SensorDriver.class,
        configurationPid = GbfsDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class GbfsDriver implements Polled, Discovering {

    static final String PID = "de.einsnull.sensors.driver.gbfs";

    private final Settings settings;
    private final URI address;
    private final Map<String, List<Reading>> said = new HashMap<>();
    private Operator operator;
    private volatile DriverContext context;

    @Activate
    public GbfsDriver(Settings settings) {
        this.settings = settings;
        this.address = address(settings.url().strip());
    }

    private static URI address(String url) {
        try {
            var parsed = URI.create(url);
            return url.matches("https?://.+") && parsed.getHost() != null ? parsed : null;
        } catch (IllegalArgumentException e) {
            // Said in open, where city IT sees it.
            return null;
        }
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("GBFS", List.of(Stations.VEHICLES, Stations.DOCKS, Stations.RENTING));
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(settings.interval_in_s());
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (address == null) {
            throw new DriverException(
                    DriverCause.CONFIGURATION,
                    "The address must begin with http:// or https:// and be that of gbfs.json");
        }
        operator = new Operator(address, settings, given.clock());
        said.clear();
        context = given;
    }

    @Override
    public void poll() throws DriverException {
        Instant now = context.clock().instant();
        var status = operator.file(Directory.STATUS);
        if (status.isPresent()) {
            stations(status.get(), now);
        }
        Optional<GbfsFile> vehicles =
                settings.floating() ? operator.file(Directory.VEHICLES, Directory.VEHICLES_2) : Optional.empty();
        if (vehicles.isPresent()) {
            emit(Stations.floating(vehicles.get().list("vehicles", "bikes"), vehicles.get(), now));
        }
        if (!operator.has(Directory.STATUS) && !operator.has(Directory.VEHICLES, Directory.VEHICLES_2)) {
            throw new DriverException(DriverCause.PROTOCOL, "The operator publishes neither stations nor vehicles");
        }
    }

    private void stations(GbfsFile status, Instant now) throws DriverException {
        var devices = new HashSet<String>();
        int malformed = 0;
        for (JsonNode station : status.list("stations")) {
            var report = Stations.status(station, status, now);
            if (report.isPresent()) {
                devices.add(report.get().device());
                emit(report.get());
            } else {
                malformed++;
            }
        }
        devices.add(Stations.FLOATING);
        said.keySet().retainAll(devices);
        context.count(Outcomes.MALFORMED, malformed);
    }

    private void emit(Report report) throws DriverException {
        if (report.readings().equals(said.get(report.device()))) {
            return;
        }
        Emit answer = context.emit(report);
        if (answer instanceof Emit.SlowDown) {
            operator.forget();
            throw new DriverException(DriverCause.COMMUNICATION, "The platform does not take readings at the moment");
        }
        if (answer instanceof Emit.Accepted) {
            said.put(report.device(), report.readings());
        }
    }

    @Override
    public void scan(Consumer<Candidate> found) throws DriverException {
        var information = operator.fresh(Directory.STATIONS);
        if (information.isPresent()) {
            for (JsonNode station : information.get().list("stations")) {
                Stations.candidate(station, settings.language()).ifPresent(found);
            }
        }
        if (settings.floating() && operator.has(Directory.VEHICLES, Directory.VEHICLES_2)) {
            found.accept(Stations.floatingCandidate());
        }
    }

    @Override
    public void close(CloseReason reason) {
        said.clear();
    }
}
