package de.einsnull.sensors.datex;

import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** The open charging points of the city in the AFIR recharging profile of DATEX II. Read-only. */
@Path("/")
@Produces("application/json")
@PermitAll
@Tag(name = "DATEX II", description = "Open data in the words of the national access point")
@Component(service = RestResource.class, configurationPid = ChargingResource.PID)
@Designate(ocd = Settings.class)
@RestModule(path = "/api/opendata/datex", title = "DATEX II", maxBodyInBytes = 1_024)
public final class ChargingResource implements RestResource {

    static final String PID = "de.einsnull.sensors.datex";

    private static final Problem NOTHING = Problem.of(
            "no-charging-points",
            404,
            new Problem.Text("Kein offener Ladepunkt", "No open charging point"),
            new Problem.Text(
                    "Noch ist kein Ladepunkt registriert, dessen Zustand offen ist.",
                    "No charging point is registered yet whose status is open."));

    private final SensorDirectory directory;
    private final Settings settings;
    private final Clock clock;

    /**
     * Creates the resource.
     *
     * @param directory knows the charging points
     * @param settings says who publishes
     */
    @Activate
    public ChargingResource(@Reference SensorDirectory directory, Settings settings) {
        this(directory, settings, Clock.systemUTC());
    }

    ChargingResource(SensorDirectory directory, Settings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What stands where.
     *
     * @return an {@code EnergyInfrastructureTablePublication}
     */
    @GET
    @Path("energy-infrastructure-table")
    @Operation(
            summary = "Charging points: what stands where",
            description = "Profile AFIR Energy Infrastructure 01-00-00")
    @ApiResponse(responseCode = "200", description = "EnergyInfrastructureTablePublication")
    @ApiResponse(responseCode = "404", description = "There is no open charging point")
    public Map<String, Object> table() {
        return ChargingTable.of(points(), publication());
    }

    /**
     * What is free.
     *
     * @return an {@code EnergyInfrastructureStatusPublication}
     */
    @GET
    @Path("energy-infrastructure-status")
    @Operation(summary = "Charging points: what is free", description = "Profile AFIR Energy Infrastructure 01-00-00")
    @ApiResponse(responseCode = "200", description = "EnergyInfrastructureStatusPublication")
    @ApiResponse(responseCode = "404", description = "There is no open charging point")
    public Map<String, Object> status() {
        return ChargingStates.of(points(), publication());
    }

    private List<Thing> points() {
        var points = directory.things(ThingQuery.open(Kinds.CHARGING_POINT)).items().stream()
                .filter(point -> point.datastream(Channels.CHARGING_STATUS)
                        .filter(Datastream::open)
                        .isPresent())
                .toList();
        if (points.isEmpty()) {
            throw new ProblemException(NOTHING);
        }
        return points;
    }

    private Publication publication() {
        return new Publication(
                settings.country(), settings.identifier(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
