package de.example.benches;

import de.einsnull.security.api.Access;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Benches for machines, at {@code /api/benches}; described at {@code /api/benches/openapi.json}. */
@Component
@RestModule(path = "/api/benches", title = "Benches")
@Path("/")
@Produces("application/json")
public final class BenchesApi implements RestResource {

    /** A bench as clients see it: without who cares for it. */
    public record BenchView(long id, String name, double longitude, double latitude, boolean adopted) {}

    private final Benches benches;
    private final CurrentRequest current;

    @Activate
    public BenchesApi(@Reference Benches benches, @Reference CurrentRequest current) {
        this.benches = benches;
        this.current = current;
    }

    @GET
    @PermitAll
    public List<BenchView> all() {
        return benches.all().stream()
                .map(bench -> new BenchView(
                        bench.getId(), bench.getName(), bench.getLongitude(), bench.getLatitude(), bench.isAdopted()))
                .toList();
    }

    @POST
    @Path("{id}/adoption")
    @RolesAllowed(Access.AUTHENTICATED)
    public void adopt(@PathParam("id") long id) {
        if (!benches.adopt(id, current.identity().id())) {
            throw new ProblemException(Problem.of(
                    "bench-taken",
                    409,
                    new Text("Bank nicht frei", "Bench not free"),
                    new Text("Diese Bank gibt es nicht, oder jemand kümmert sich schon.", "No such bench, or taken.")));
        }
    }
}
