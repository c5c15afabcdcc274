package ${package};

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.ObservedProperties;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Polled;
import de.einsnull.sensors.api.driver.Reading;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Asks a web service for the newest reading of each device, {@code {"timestamp": "2026-11-24T12:00+01:00", "value": 142}}
 * in centimetres, as PEGELONLINE of the German waterways does. The platform owns timer, time limit and retry.
 */
@Component(
        service = SensorDriver.class,
        configurationPid = ${className}Driver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ${className}Settings.class, factory = true)
public final class ${className}Driver implements Polled {

    static final String PID = "${artifactId}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Channel LEVEL = Channel.number("water_level", "cm", ObservedProperties.WATER_LEVEL);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 4_000;
    private static final int MOST_BYTES = 64 * 1024;

    private final ${className}Settings settings;
    private volatile DriverContext context;

    @Activate
    public ${className}Driver(${className}Settings settings) {
        this.settings = settings;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("${className}", List.of(LEVEL));
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(settings.interval_in_s());
    }

    /** The place to say what is wrong with the settings: city IT sees the sentence at the instance. */
    @Override
    public void open(DriverContext given) throws DriverException {
        if (!settings.address().startsWith("http") || !settings.address().contains("{device}")) {
            throw new DriverException(
                    DriverCause.CONFIGURATION, "The address must begin with http and contain {device}");
        }
        context = given;
    }

    @Override
    public void poll() throws DriverException {
        for (String device : devices()) {
            Report report = ask(device);
            if (context.emit(report) instanceof Emit.SlowDown) {
                throw new DriverException(DriverCause.COMMUNICATION, "The platform does not take readings now");
            }
        }
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing is kept between two polls: no thread, no connection.
    }

    /** A file with the ending {@code cfg} has one text for several values. */
    private List<String> devices() {
        return Arrays.stream(settings.devices())
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(device -> !device.isBlank())
                .toList();
    }

    private Report ask(String device) throws DriverException {
        String address = settings.address().replace("{device}", URLEncoder.encode(device, StandardCharsets.UTF_8));
        try {
            URLConnection connection = URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            try (InputStream body = connection.getInputStream()) {
                return report(device, JSON.readTree(body.readNBytes(MOST_BYTES)));
            }
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new DriverException(DriverCause.COMMUNICATION, "No reading of " + device + ": " + e.getMessage(), e);
        }
    }

    private Report report(String device, JsonNode said) throws IOException {
        if (!said.path("value").isNumber()) {
            throw new IOException("the answer has no number");
        }
        var at = OffsetDateTime.parse(said.path("timestamp").asText()).toInstant();
        var level = new Reading(LEVEL.id(), said.get("value").doubleValue(), LEVEL.unit(), at);
        return new Report(device, 0, context.clock().instant(), List.of(level));
    }
}
