package de.einsnull.sensors.driver.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.driver.kit.mapping.Entry;
import de.einsnull.sensors.driver.kit.mapping.Format;
import de.einsnull.sensors.driver.kit.mapping.Grid;
import de.einsnull.sensors.driver.kit.mapping.Lists;
import de.einsnull.sensors.driver.kit.mapping.Mapping;
import de.einsnull.sensors.driver.kit.mapping.Place;
import de.einsnull.sensors.driver.kit.mapping.RecordReader;
import de.einsnull.sensors.driver.kit.mapping.Whereabouts;
import de.einsnull.sensors.driver.kit.webhook.Guards;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Reads JSON that others send to {@code /api/sensors/webhook/<instance>}. */
@Component(
        service = {SensorDriver.class, Target.class},
        configurationPid = WebhookDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class WebhookDriver implements Listening, Target {

    static final String PID = "de.einsnull.sensors.driver.webhook";

    /** Counts numbers out of the range that the settings allow. */
    static final String IMPLAUSIBLE = "implausible";

    private static final String TOPIC = "sensors/webhook/";

    private final Settings settings;
    private RecordReader reader;
    private String mistake = "";
    private volatile DriverContext context;

    @Activate
    public WebhookDriver(Settings settings) {
        this.settings = settings;
        try {
            Place.of(settings.list());
            reader = reader(settings);
        } catch (DateTimeException e) {
            mistake = "Not a time zone: '" + settings.zone() + "'";
        } catch (IllegalArgumentException e) {
            mistake = String.valueOf(e.getMessage());
        }
    }

    private static RecordReader reader(Settings settings) {
        return new RecordReader(
                Place.of(settings.device()),
                Place.of(""),
                Whereabouts.of("", Grid.WGS84),
                Place.of(settings.time()),
                Place.of(settings.sequence()),
                ZoneId.of(settings.zone().strip()),
                Lists.split(settings.channels(), "[;\n]+").stream()
                        .map(Mapping::parse)
                        .toList());
    }

    @Override
    public String instance() {
        return settings.sensors_instance();
    }

    @Override
    public String topic() {
        return TOPIC + instance();
    }

    @Override
    public Guard guard() {
        String secret = settings.secret() == null ? "" : settings.secret();
        return "signature".equals(settings.proof())
                ? Guards.signature(secret, settings.header())
                : Guards.token(secret);
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("HTTP webhook", reader == null ? List.of() : reader.channels());
    }

    @Override
    public List<String> topicFilters() {
        return List.of(topic());
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (settings.secret() == null || settings.secret().length() < Guards.SHORTEST_SECRET) {
            mistake = "The secret needs " + Guards.SHORTEST_SECRET + " characters";
        }
        if (!mistake.isEmpty()) {
            throw new DriverException(DriverCause.CONFIGURATION, mistake);
        }
        context = given;
    }

    @Override
    public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
        var entries = new ArrayList<Entry>();
        UndecodableFrameException first = null;
        int malformed = 0;
        for (JsonNode record : records(message)) {
            try {
                entries.add(reader.read(record, message.receivedAt()));
            } catch (UndecodableFrameException e) {
                first = e;
                malformed++;
            }
        }
        if (entries.isEmpty() && first != null) {
            throw first;
        }
        for (Entry entry : entries) {
            emit(entry, message);
        }
        context.count(Outcomes.MALFORMED, malformed);
        context.count(IMPLAUSIBLE, entries.stream().mapToInt(Entry::implausible).sum());
    }

    private List<JsonNode> records(RawMessage message) throws UndecodableFrameException {
        try {
            return Format.records(
                    Format.json(message.payload()), settings.list().strip());
        } catch (IOException e) {
            throw new UndecodableFrameException(Outcomes.MALFORMED, "not the JSON expected: " + e.getMessage(), e);
        }
    }

    private void emit(Entry entry, RawMessage message) throws DriverException {
        if (!entry.readings().isEmpty() && context.emit(entry.report(message.receivedAt())) instanceof Emit.SlowDown) {
            throw new DriverException(DriverCause.COMMUNICATION, "The platform does not take readings at the moment");
        }
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing to give back: the host owns the subscription.
    }
}
