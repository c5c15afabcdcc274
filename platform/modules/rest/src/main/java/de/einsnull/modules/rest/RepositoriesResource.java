package de.einsnull.modules.rest;

import de.einsnull.modules.api.ModuleRepositories;
import de.einsnull.modules.api.ModuleRepositories.Repository;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Places that modules can be installed from. */
@Path("repositories")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Modules")
@Component(service = RestResource.class)
@RestModule(
        path = Limits.PATH,
        title = Limits.TITLE,
        maxBodyInBytes = Limits.BODY_IN_BYTES,
        timeLimitInMs = Limits.TIME_IN_MS)
public final class RepositoriesResource implements RestResource {

    private final ModuleRepositories repositories;
    private final CurrentRequest request;

    /**
     * Creates the resource.
     *
     * @param repositories knows the places
     * @param request knows who asks
     */
    @Activate
    public RepositoriesResource(@Reference ModuleRepositories repositories, @Reference CurrentRequest request) {
        this.repositories = repositories;
        this.request = request;
    }

    /** The places in the order in which they are asked. */
    @GET
    @Operation(summary = "Places that modules can be installed from")
    @ApiResponse(responseCode = "200", description = "The places in the order in which they are asked")
    public List<Repository> repositories() {
        return repositories.repositories();
    }

    /**
     * Adds a place.
     *
     * @param address where it is
     */
    @POST
    @Operation(summary = "Add a features file or a folder")
    @ApiResponse(responseCode = "200", description = "What was read there")
    @ApiResponse(responseCode = "422", description = "It cannot be read; it is not added")
    public Repository add(
            @Parameter(description = "file:, https: or mvn: address of a features file, or file: address of a folder")
                    @QueryParam("address")
                    String address) {
        try {
            return repositories.add(uri(address), request.identity().id());
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(ModuleProblems.repositoryFailed(address, e.getMessage()), e);
        }
    }

    /**
     * Forgets a place; what was installed from it stays.
     *
     * @param address where it is
     */
    @DELETE
    @Operation(summary = "Forget a place; what was installed from it stays")
    @ApiResponse(responseCode = "204", description = "It is forgotten")
    public void remove(@QueryParam("address") String address) {
        repositories.remove(uri(address), request.identity().id());
    }

    /** Reads all places again. */
    @POST
    @Path("refresh")
    @Operation(summary = "Read all places again")
    @ApiResponse(responseCode = "200", description = "The places; one that cannot be read says why")
    public List<Repository> refresh() {
        repositories.refresh();
        return repositories.repositories();
    }

    private static URI uri(String address) {
        if (address == null || address.isBlank()) {
            throw new ProblemException(ModuleProblems.missing("address"));
        }
        try {
            return new URI(address.strip());
        } catch (URISyntaxException e) {
            throw new ProblemException(ModuleProblems.missing("address"), e);
        }
    }
}
