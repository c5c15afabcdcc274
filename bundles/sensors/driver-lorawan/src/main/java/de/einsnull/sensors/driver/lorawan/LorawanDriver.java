package de.einsnull.sensors.driver.lorawan;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.CloseReason;
import de.einsnull.sensors.api.driver.DriverContext;
import de.einsnull.sensors.api.driver.DriverDescription;
import de.einsnull.sensors.api.driver.DriverException;
import de.einsnull.sensors.api.driver.Emit;
import de.einsnull.sensors.api.driver.Listening;
import de.einsnull.sensors.api.driver.RawMessage;
import de.einsnull.sensors.api.driver.Report;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.api.driver.UndecodableFrameException;
import de.einsnull.sensors.driver.kit.webhook.Guards;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Takes uplinks from the topics of network servers and from its webhook, and has the codec of the model decode them. */
@Component(
        service = {SensorDriver.class, Target.class},
        configurationPid = LorawanDriver.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Settings.class, factory = true)
public final class LorawanDriver implements Listening, Target {

    static final String PID = "de.einsnull.sensors.driver.lorawan";

    private static final String TOPIC = "sensors/webhook/";

    private final String instance;
    private final List<String> topics;
    private final String secret;
    private final Uplinks uplinks = new Uplinks();
    private volatile DriverContext context;

    @Activate
    public LorawanDriver(Settings settings) {
        this(settings.sensors_instance(), settings.topics(), settings.webhook_secret());
    }

    LorawanDriver(String instance, String[] topics, String secret) {
        this.instance = instance;
        this.topics = Arrays.stream(topics)
                .flatMap(t -> Arrays.stream(t.split("[,;\\s]+")))
                .filter(t -> !t.isEmpty())
                .toList();
        this.secret = secret;
    }

    @Override
    public String instance() {
        return instance;
    }

    @Override
    public String topic() {
        return TOPIC + instance;
    }

    @Override
    public Guard guard() {
        return Guards.token(secret);
    }

    private boolean hasWebhook() {
        return secret.length() >= Guards.SHORTEST_SECRET;
    }

    @Override
    public DriverDescription describe() {
        return new DriverDescription("LoRaWAN (The Things Stack 3, ChirpStack 4)", List.of());
    }

    @Override
    public List<String> topicFilters() {
        var all = new ArrayList<>(topics);
        if (hasWebhook()) {
            all.add(topic());
        }
        return all;
    }

    @Override
    public void open(DriverContext given) throws DriverException {
        if (!secret.isEmpty() && !hasWebhook()) {
            throw new DriverException(
                    DriverCause.CONFIGURATION,
                    "The secret of the webhook needs " + Guards.SHORTEST_SECRET + " characters");
        }
        if (topicFilters().isEmpty()) {
            throw new DriverException(DriverCause.CONFIGURATION, "Neither topics nor a webhook are configured");
        }
        context = given;
    }

    @Override
    public void receive(RawMessage message) throws UndecodableFrameException, DriverException {
        var frame = uplinks.read(message);
        if (frame.isEmpty()) {
            return;
        }
        var uplink = frame.get();
        var readings = context.decode(uplink);
        if (readings.isEmpty()) {
            return;
        }
        var report = new Report(uplink.device(), uplink.sequence(), uplink.receivedAt(), readings);
        if (context.emit(report) instanceof Emit.SlowDown) {
            throw new DriverException(DriverCause.COMMUNICATION, "the platform does not take readings at the moment");
        }
    }

    @Override
    public void close(CloseReason reason) {
        // Nothing to give back: the host owns the subscription.
    }
}
