package de.einsnull.sensors.core.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.SubscribesTo;
import de.einsnull.bus.api.TryLaterException;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.DeviceRegistration;
import de.einsnull.sensors.api.DeviceRegistry;
import de.einsnull.sensors.api.DiscoveryInbox;
import de.einsnull.sensors.api.Position;
import de.einsnull.sensors.api.SensorDataException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Accepts and ignores devices of the inbox on behalf of other modules, which say so by an event: {@value #ACCEPT} with
 * instance, externalId, name, kind and, if known, model, group, longitude, latitude, open and licence; {@value #IGNORE} with
 * instance and externalId. The source of the event stands in the audit trail.
 */
@Component
@SubscribesTo(
        types = {InboxOrders.ACCEPT, InboxOrders.IGNORE},
        group = "sensors.inbox")
public final class InboxOrders implements EventSubscriber {

    static final String ACCEPT = "de.einsnull.sensors.device-accept.v1";
    static final String IGNORE = "de.einsnull.sensors.device-ignore.v1";

    private final ObjectMapper json = new ObjectMapper();
    private final DeviceRegistry registry;
    private final DiscoveryInbox inbox;
    private final AuditTrail audit;

    @Activate
    public InboxOrders(
            @Reference DeviceRegistry registry, @Reference DiscoveryInbox inbox, @Reference AuditTrail audit) {
        this.registry = registry;
        this.inbox = inbox;
        this.audit = audit;
    }

    @Override
    public void onEvent(CityEvent event) throws TryLaterException, JsonProcessingException {
        var data = json.readTree(event.data());
        var actor = event.source().toString();
        try {
            if (event.type().equals(IGNORE)) {
                inbox.ignore(text(data, "instance"), text(data, "externalId"), true, actor);
            } else {
                var device = registry.register(registration(data)).registration();
                audit.record(actor, "device.registered", device.instance() + "/" + device.externalId(), true);
            }
        } catch (SensorDataException e) {
            throw new TryLaterException("The database of the sensors is away", e);
        }
    }

    private static DeviceRegistration registration(JsonNode data) {
        return new DeviceRegistration(
                text(data, "instance"),
                text(data, "externalId"),
                text(data, "model"),
                text(data, "name"),
                "",
                text(data, "kind"),
                text(data, "group"),
                position(data),
                data.path("open").asBoolean(false),
                text(data, "licence"),
                false,
                Map.of());
    }

    private static Optional<Position> position(JsonNode data) {
        var longitude = data.path("longitude");
        var latitude = data.path("latitude");
        return longitude.isNumber() && latitude.isNumber()
                ? Optional.of(new Position(longitude.doubleValue(), latitude.doubleValue()))
                : Optional.empty();
    }

    private static String text(JsonNode data, String name) {
        return data.path(name).asText("");
    }
}
