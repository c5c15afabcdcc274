package de.einsnull.modules.rest;

import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Staged;
import de.einsnull.security.api.Roles;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Archives that are handed in to be installed. */
@Path("staged")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Modules")
@Component(service = RestResource.class)
@RestModule(
        path = Limits.PATH,
        title = Limits.TITLE,
        maxBodyInBytes = Limits.BODY_IN_BYTES,
        timeLimitInMs = Limits.TIME_IN_MS)
public final class StagedResource implements RestResource {

    private static final int LONGEST_NAME = 200;

    private final ModuleInstaller installer;

    /**
     * Creates the resource.
     *
     * @param installer looks at archives
     */
    @Activate
    public StagedResource(@Reference ModuleInstaller installer) {
        this.installer = installer;
    }

    /**
     * Takes an archive in and looks at it.
     *
     * @param name how the sender calls the file
     * @param archive the file
     * @throws IOException if it cannot be read to its end or stored
     */
    @POST
    @Consumes("application/octet-stream")
    @Operation(summary = "Hand in a bundle or a KAR of at most 100 MB; it is inspected, not installed")
    @ApiResponse(responseCode = "201", description = "It may be installed; it is kept for an hour")
    @ApiResponse(responseCode = "422", description = "It is refused; the findings say why. Nothing is kept")
    public Response stage(
            @Parameter(description = "Name of the file, for messages") @QueryParam("name") String name,
            InputStream archive)
            throws IOException {
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw new ProblemException(ModuleProblems.missing("name"));
        }
        return answer(installer.stage(archive, name.strip()));
    }

    /**
     * Takes in a module from a repository.
     *
     * @param name name of the module
     * @param version version of the module
     */
    @POST
    @Path("{name}/{version}")
    @Operation(summary = "Take in a module from a repository; it is inspected, not installed")
    @ApiResponse(responseCode = "201", description = "It may be installed; it is kept for an hour")
    @ApiResponse(responseCode = "422", description = "It is refused or cannot be read; nothing is kept")
    public Response stage(@PathParam("name") String name, @PathParam("version") String version) {
        try {
            return answer(installer.stage(name, version));
        } catch (IOException e) {
            throw new ProblemException(ModuleProblems.repositoryFailed(name + " " + version, e.getMessage()), e);
        }
    }

    /**
     * An archive that was handed in.
     *
     * @param id its id
     */
    @GET
    @Path("{id}")
    @Operation(summary = "An archive that was handed in and is neither installed nor forgotten")
    @ApiResponse(responseCode = "200", description = "The archive with its findings")
    @ApiResponse(responseCode = "404", description = "There is no such archive")
    public StagedView staged(@PathParam("id") String id) {
        return installer
                .staged(id)
                .map(StagedView::of)
                .orElseThrow(() -> new ProblemException(ModuleProblems.noSuchTarget(id)));
    }

    private static Response answer(Staged staged) {
        if (!staged.isAcceptable()) {
            throw new ProblemException(ModuleProblems.refused(staged.findings()));
        }
        return Response.status(Response.Status.CREATED)
                .location(URI.create("staged/" + staged.id()))
                .entity(StagedView.of(staged))
                .build();
    }
}
