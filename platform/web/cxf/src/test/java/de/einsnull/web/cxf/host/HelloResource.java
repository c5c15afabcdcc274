package de.einsnull.web.cxf.host;

import de.einsnull.web.api.Problem;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A module as a partner writes it, with every kind of trouble. */
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public final class HelloResource implements RestResource {

    /** Holds requests to /hang until it is counted down. */
    final CountDownLatch hanging = new CountDownLatch(1);

    /** Down when a request is in /hang. */
    final CountDownLatch entered = new CountDownLatch(1);

    public record Greeting(String text, Instant at, LocalDate day, String absent) {}

    public record Person(@NotBlank @Size(max = 10) String name, int age, @Valid List<Pet> pets) {}

    public record Pet(@NotBlank String name) {}

    @PermitAll
    @GET
    public Greeting hello(@QueryParam("times") @Max(3) @DefaultValue("1") int times) {
        return new Greeting("Hallo ".repeat(times).strip(), Instant.EPOCH, LocalDate.of(2026, 11, 24), null);
    }

    @PermitAll
    @POST
    public Person echo(@Valid Person person) {
        return person;
    }

    @PermitAll
    @GET
    @Path("throw")
    public String fail() {
        throw new IllegalStateException("secret inside");
    }

    @PermitAll
    @GET
    @Path("problem")
    public String problem() {
        throw new ProblemException(Problem.of(
                "bay-occupied",
                409,
                new Problem.Text("Belegt", "Occupied"),
                new Problem.Text("Der Platz ist belegt.", "The bay is occupied.")));
    }

    @PermitAll
    @GET
    @Path("hang")
    public String hang() throws InterruptedException {
        entered.countDown();
        hanging.await();
        return "\"late\"";
    }

    @PermitAll
    @GET
    @Path("deaf")
    public String deaf() {
        while (hanging.getCount() > 0) {
            try {
                hanging.await();
            } catch (InterruptedException notListening) {
                continue;
            }
        }
        return "\"late\"";
    }

    @PermitAll
    @GET
    @Path("broken-json")
    public Object brokenJson() {
        return new Object() {
            public String getValue() {
                throw new IllegalStateException("cannot be written");
            }
        };
    }

    @GET
    @Path("staff")
    @RolesAllowed("staff")
    public String staff() {
        return "\"staff\"";
    }

    @GET
    @Path("unannotated")
    public String unannotated() {
        return "\"admin\"";
    }
}
