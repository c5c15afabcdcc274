package de.einsnull.sensors.rest.series;

import de.einsnull.security.api.Roles;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.StreamLedger;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What became of the readings of a device, for city IT. */
@Component(service = RestResource.class)
@RestModule(path = "/api/sensors", title = "Devices and drivers", maxBodyInBytes = 8_388_608)
@Path("/stream-ledger")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class StreamLedgerResource implements RestResource {

    private final StreamLedger ledger;

    /**
     * Starts the resource.
     *
     * @param ledger knows what came
     */
    @Activate
    public StreamLedgerResource(@Reference StreamLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * One channel.
     *
     * @param channel its id
     * @param received everything that came, the sum of all others
     * @param stored what was stored
     * @param duplicates what had been stored before
     * @param refused what was not stored, by cause
     */
    public record LineView(String channel, long received, long stored, long duplicates, Map<String, Long> refused) {

        static LineView of(StreamLedger.Line line) {
            return new LineView(line.channel(), line.received(), line.stored(), line.duplicates(), line.refused());
        }
    }

    @GET
    @Path("{device}")
    @Operation(summary = "What became of the readings of a device, by channel: stored, doubled, refused by cause")
    public List<LineView> of(@PathParam("device") long device) {
        try {
            return ledger.of(device).stream().map(LineView::of).toList();
        } catch (SensorDataException e) {
            throw new ProblemException(RollupsResource.away(), e);
        }
    }
}
