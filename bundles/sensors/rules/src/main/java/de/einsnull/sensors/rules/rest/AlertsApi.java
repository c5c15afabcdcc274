package de.einsnull.sensors.rules.rest;

import de.einsnull.security.api.Roles;
import de.einsnull.sensors.rules.model.Alert;
import de.einsnull.sensors.rules.store.AlertStore;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Alerts for machines of the staff, at {@code /api/sensor-alerts}. */
@Component
@RestModule(path = "/api/sensor-alerts", title = "Sensor alerts")
@Path("/")
@Produces("application/json")
public final class AlertsApi implements RestResource {

    private static final int MOST = 500;

    private final AlertStore alerts;

    /**
     * Takes the alerts.
     *
     * @param alerts the alerts
     */
    @Activate
    public AlertsApi(@Reference AlertStore alerts) {
        this.alerts = alerts;
    }

    /**
     * An alert as clients see it.
     *
     * @param id identifies it
     * @param rule name of the rule
     * @param thing id of the thing
     * @param thingName its name
     * @param openedAt ISO 8601, UTC
     * @param closedAt ISO 8601, UTC; null while it is open
     * @param acknowledged whether somebody took note
     * @param values values at the opening
     */
    public record AlertView(
            long id,
            String rule,
            long thing,
            String thingName,
            String openedAt,
            String closedAt,
            boolean acknowledged,
            List<Reading> values) {}

    /**
     * A value at the opening of an alert.
     *
     * @param channel channel
     * @param value the value as text
     * @param unit UCUM code
     */
    public record Reading(String channel, String value, String unit) {}

    /** Open alerts ({@code state=open}) or those that ended ({@code state=closed}), newest first, at most 500. */
    @GET
    @RolesAllowed(Roles.STAFF)
    public List<AlertView> alerts(@QueryParam("state") @DefaultValue("open") String state) throws SQLException {
        var found =
                switch (state) {
                    case "open" -> alerts.open(MOST);
                    case "closed" -> alerts.closed(MOST);
                    default -> throw new ProblemException(Problem.of(
                            "alert-state",
                            400,
                            new Text("Unbekannter Zustand", "Unknown state"),
                            new Text("state ist open oder closed.", "state is open or closed.")));
                };
        return found.stream().map(AlertsApi::view).toList();
    }

    private static AlertView view(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.ruleName(),
                alert.thing(),
                alert.thingName(),
                alert.openedAt().toString(),
                alert.closedAt().map(Object::toString).orElse(null),
                alert.acknowledgedAt().isPresent(),
                alert.readings().stream()
                        .map(one -> new Reading(one.channel(), one.value(), one.unit()))
                        .toList());
    }
}
