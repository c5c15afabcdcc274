package de.einsnull.bus.rest;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.api.DeadLetters;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Groups and dead letters of the bus, for city IT. */
@Path("/")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Bus", description = "What waits on the bus, and what could not be handled")
@Component(service = RestResource.class)
@RestModule(path = "/api/bus", title = "Bus: groups and dead letters", maxBodyInBytes = 1_024)
public final class BusResource implements RestResource {

    private final BusGroups groups;
    private final DeadLetters letters;
    private final CurrentRequest request;
    private final AuditTrail audit;

    /**
     * Creates the resource.
     *
     * @param groups knows the groups
     * @param letters knows the dead letters
     * @param request knows who asks
     * @param audit is told what was done
     */
    @Activate
    public BusResource(
            @Reference BusGroups groups,
            @Reference DeadLetters letters,
            @Reference CurrentRequest request,
            @Reference AuditTrail audit) {
        this.groups = groups;
        this.letters = letters;
        this.request = request;
        this.audit = audit;
    }

    /** What waits for which group. */
    @GET
    @Path("groups")
    @Operation(summary = "Durable groups with their backlog")
    @ApiResponse(responseCode = "200", description = "The groups by name")
    @ApiResponse(responseCode = "503", description = "The broker is not reachable")
    public List<Group> groups() {
        return asking(groups::list);
    }

    /**
     * Dead letters, oldest first.
     *
     * @param group only those of this group, or all
     * @param limit how many at most
     */
    @GET
    @Path("dead-letters")
    @Operation(
            summary = "Messages that could not be handled, oldest first",
            description = "At most 4,096 bytes of each payload are shown, as text if they are UTF-8, else as Base64.")
    @ApiResponse(responseCode = "200", description = "How many there are of all groups, and the letters asked for")
    @ApiResponse(responseCode = "503", description = "The broker is not reachable")
    public LetterPage deadLetters(
            @Parameter(description = "Only those of this group") @QueryParam("group") String group,
            @Parameter(description = "1 to 1,000") @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(1_000)
                    int limit) {
        return asking(() -> new LetterPage(
                letters.count(),
                letters.list(Optional.ofNullable(group), limit).stream()
                        .map(LetterView::of)
                        .toList()));
    }

    /**
     * Gives a letter back to its group.
     *
     * @param id id of the letter
     */
    @POST
    @Path("dead-letters/{id}/replay")
    @Operation(summary = "Give a message back to the group that could not handle it, and to no other")
    @ApiResponse(responseCode = "204", description = "The group gets it")
    @ApiResponse(responseCode = "404", description = "There is no such letter")
    @ApiResponse(responseCode = "503", description = "The broker is not reachable")
    public void replay(@PathParam("id") String id) {
        handle("bus.letter.replayed", id, letters::replay);
    }

    /**
     * Removes a letter for good.
     *
     * @param id id of the letter
     */
    @DELETE
    @Path("dead-letters/{id}")
    @Operation(summary = "Remove a message for good")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(responseCode = "404", description = "There is no such letter")
    @ApiResponse(responseCode = "503", description = "The broker is not reachable")
    public void discard(@PathParam("id") String id) {
        handle("bus.letter.discarded", id, letters::discard);
    }

    private void handle(String action, String id, Predicate<String> deed) {
        if (!asking(() -> deed.test(id))) {
            throw new ProblemException(BusProblems.noSuchLetter(id));
        }
        audit.record(request.identity().id(), action, id, true);
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (BusException e) {
            throw new ProblemException(BusProblems.away(), e);
        }
    }

    /**
     * Dead letters.
     *
     * @param count how many there are of all groups
     * @param letters those asked for
     */
    public record LetterPage(long count, List<LetterView> letters) {}
}
