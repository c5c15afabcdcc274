package de.einsnull.modules.rest;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Plan;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.NoSuchElementException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changes that are carried out. */
@Path("operations")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Modules")
@Component(service = RestResource.class)
@RestModule(
        path = Limits.PATH,
        title = Limits.TITLE,
        maxBodyInBytes = Limits.BODY_IN_BYTES,
        timeLimitInMs = Limits.TIME_IN_MS)
public final class OperationsResource implements RestResource {

    private final ModuleInstaller installer;
    private final CurrentRequest request;

    /**
     * Creates the resource.
     *
     * @param installer carries changes out
     * @param request knows who asks
     */
    @Activate
    public OperationsResource(@Reference ModuleInstaller installer, @Reference CurrentRequest request) {
        this.installer = installer;
        this.request = request;
    }

    /**
     * Begins a change.
     *
     * @param change the change
     */
    @POST
    @Operation(
            summary = "Install, update, remove, stop or start a module",
            description = "Answers at once. The address in Location tells how far it is; a version that does not become"
                    + " well is rolled back.")
    @ApiResponse(responseCode = "202", description = "It has begun; the address in Location tells how far it is")
    @ApiResponse(responseCode = "404", description = "The target is unknown")
    @ApiResponse(responseCode = "409", description = "It is refused; the findings say why. Nothing was changed")
    public Response apply(Change change) {
        Plan plan = ModulesResource.plan(installer, change);
        if (!plan.isAllowed()) {
            throw new ProblemException(ModuleProblems.planRefused(plan.findings()));
        }
        try {
            var operation = installer.apply(change, request.identity().id());
            return Response.accepted(OperationView.of(operation))
                    .location(URI.create("operations/" + operation.id()))
                    .build();
        } catch (IllegalStateException | NoSuchElementException e) {
            // Another operation came between the plan and now, or the archive was forgotten.
            var now = ModulesResource.plan(installer, change);
            throw new ProblemException(ModuleProblems.planRefused(now.findings()), e);
        }
    }

    /**
     * How far an operation is.
     *
     * @param id its id
     */
    @GET
    @Path("{id}")
    @Operation(summary = "How far an operation is, or how it ended")
    @ApiResponse(responseCode = "200", description = "The operation; the outcome is missing while it runs")
    @ApiResponse(responseCode = "404", description = "It is unknown; the last hundred are known")
    public OperationView operation(@PathParam("id") String id) {
        return installer
                .operation(id)
                .map(OperationView::of)
                .orElseThrow(() -> new ProblemException(ModuleProblems.noSuchOperation(id)));
    }
}
