package de.einsnull.modules.rest;

import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.Plan;
import de.einsnull.portal.api.Language;
import de.einsnull.security.api.Accounts;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is installed, what could be, and what a change would do. */
@Path("/")
@Produces("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Modules", description = "What is installed, what could be, and what a change would do")
@Component(service = RestResource.class)
@RestModule(
        path = Limits.PATH,
        title = Limits.TITLE,
        maxBodyInBytes = Limits.BODY_IN_BYTES,
        timeLimitInMs = Limits.TIME_IN_MS)
public final class ModulesResource implements RestResource {

    private static final Logger LOG = LoggerFactory.getLogger(ModulesResource.class);

    private final ModuleCatalogue catalogue;
    private final ModuleInstaller installer;
    private final Accounts accounts;

    /**
     * Creates the resource.
     *
     * @param catalogue knows the modules
     * @param installer works out plans
     * @param accounts knows who did what
     */
    @Activate
    public ModulesResource(
            @Reference ModuleCatalogue catalogue, @Reference ModuleInstaller installer, @Reference Accounts accounts) {
        this.catalogue = catalogue;
        this.installer = installer;
        this.accounts = accounts;
    }

    /**
     * All modules by title.
     *
     * @param accepted languages for the titles
     */
    @GET
    @Operation(summary = "All modules, installed or available, by title")
    @ApiResponse(responseCode = "200", description = "The modules")
    public List<ModuleView> modules(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return catalogue.modules(Language.accepted(accepted).locale()).stream()
                .map(ModuleView::of)
                .toList();
    }

    /**
     * One module.
     *
     * @param name its name
     * @param accepted languages for the sentences on its health and the titles of what it contributes
     */
    @GET
    @Path("{name}")
    @Operation(summary = "One module: health, contributions, settings, components, figures")
    @ApiResponse(responseCode = "200", description = "What there is to know about it")
    @ApiResponse(responseCode = "404", description = "There is no such module")
    public DetailsView details(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return catalogue
                .details(name, Language.accepted(accepted).locale())
                .map(DetailsView::of)
                .orElseThrow(() -> new ProblemException(ModuleProblems.noSuchModule(name)));
    }

    /**
     * What a module wrote to the log lately.
     *
     * @param name its name
     * @param most largest number of lines
     */
    @GET
    @Path("{name}/log")
    @Operation(summary = "What a module wrote to the log lately, the newest last")
    @ApiResponse(responseCode = "200", description = "The lines")
    @ApiResponse(responseCode = "404", description = "There is no such module")
    public List<LogLine> log(
            @PathParam("name") String name,
            @Parameter(description = "1 to 500") @QueryParam("most") @DefaultValue("100") @Min(1) @Max(500) int most) {
        if (catalogue.module(name).isEmpty()) {
            throw new ProblemException(ModuleProblems.noSuchModule(name));
        }
        return catalogue.log(name, most);
    }

    /**
     * What was done to one module. It may have been removed since.
     *
     * @param name its name
     * @param most largest number of entries
     */
    @GET
    @Path("{name}/history")
    @Operation(summary = "What was done to one module, the newest first")
    @ApiResponse(responseCode = "200", description = "Who did what when, and how it ended")
    public List<HistoryView> history(
            @PathParam("name") String name,
            @Parameter(description = "1 to 500") @QueryParam("most") @DefaultValue("100") @Min(1) @Max(500) int most) {
        return named(catalogue.history(Optional.of(name), most));
    }

    /**
     * What was done to all modules.
     *
     * @param most largest number of entries
     */
    @GET
    @Path("history")
    @Operation(summary = "What was done to all modules, the newest first")
    @ApiResponse(responseCode = "200", description = "Who did what when, and how it ended")
    public List<HistoryView> history(
            @Parameter(description = "1 to 500") @QueryParam("most") @DefaultValue("100") @Min(1) @Max(500) int most) {
        return named(catalogue.history(Optional.empty(), most));
    }

    /** The history is most needed when something is down, which may be the database with the accounts. */
    private List<HistoryView> named(List<HistoryEntry> entries) {
        Map<String, String> names = entries.isEmpty() ? Map.of() : names();
        return entries.stream().map(entry -> HistoryView.of(entry, names)).toList();
    }

    private Map<String, String> names() {
        return accounts.names(e -> LOG.warn("The accounts cannot be read; the history shows their ids", e));
    }

    /**
     * What a change would do, without doing it.
     *
     * @param change the change
     */
    @POST
    @Path("preview")
    @Operation(summary = "What a change would do: bundles, migrations, settings, losses, objections")
    @ApiResponse(responseCode = "200", description = "The plan; not allowed if a finding refuses it")
    @ApiResponse(responseCode = "404", description = "The target is unknown")
    public Plan preview(Change change) {
        return plan(installer, change);
    }

    static Plan plan(ModuleInstaller installer, Change change) {
        if (change == null || change.action() == null) {
            throw new ProblemException(ModuleProblems.missing("/action"));
        }
        if (change.target() == null || change.target().isBlank()) {
            throw new ProblemException(ModuleProblems.missing("/target"));
        }
        try {
            return installer.preview(change);
        } catch (NoSuchElementException e) {
            throw new ProblemException(ModuleProblems.noSuchTarget(change.target()), e);
        }
    }
}
