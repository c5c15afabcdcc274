package de.einsnull.sensors.driver.mqtt;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads values from JSON messages on MQTT topics. */
@Component(
        service = SensorDriver.class,
        configurationPid = MqttDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class MqttDriver implements Listening {

    static final String PID = "de.einsnull.sensors.driver.mqtt";

    private final List<String> topics;
    private List<Mapping> mappings = List.of();
    private MessageReader reader;
    private String mistake = "";
    private volatile DriverContext context;

    @Activate
    public MqttDriver(Settings settings) {
        this(settings.topics(), settings.device(), settings.channels(), settings.time(), settings.sequence());
    }

    /** Remembers a mistake in the settings until the host opens the instance, so that an operator sees it there. */
    MqttDriver(String[] topics, String device, String[] channels, String time, String sequence) {
        this.topics = split(topics, "[,;\\s]+");
        try {
            mappings = split(channels, "[;\n]+").stream().map(Mapping::parse).toList();
            reader = new MessageReader(device, mappings, time, sequence);
        } catch (IllegalArgumentException e) {
            mistake = e.getMessage();
        }
    }

    /** A file with the ending {@code cfg} has one text for each setting, however many values it means. */
    private static List<String> split(String[] values, String separators) {
        return Arrays.stream(values)
                .flatMap(v -> Arrays.stream(v.split(separators)))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription(
                "MQTT with JSON", mappings.stream().map(Mapping::channel).toList());
    }

    @Override
    public List<String> topicFilters() {
        return topics;
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (!mistake.isEmpty()) {
            throw new DriverException(DriverCause.CONFIGURATION, mistake);
        }
        if (topics.isEmpty()) {
            throw new DriverException(DriverCause.CONFIGURATION, "No topics are configured");
        }
        context = given;
    }

    @Override
    public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
        if (context.emit(reader.read(message)) instanceof Emit.SlowDown) {
            throw new DriverException(DriverCause.COMMUNICATION, "the platform does not take readings at the moment");
        }
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing to give back: the host owns the subscription.
    }
}
