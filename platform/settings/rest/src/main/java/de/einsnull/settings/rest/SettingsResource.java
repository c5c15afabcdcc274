package de.einsnull.settings.rest;

import de.einsnull.portal.api.Language;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.security.api.Roles;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.StoredSettings;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings of modules, for programs of city IT. */
@Path("/")
@Produces("application/json")
@Consumes("application/json")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Settings", description = "What modules need to work, and where it is kept")
@Component(service = RestResource.class)
@RestModule(path = "/api/settings", title = "Settings of modules", maxBodyInBytes = 2_097_152)
public final class SettingsResource implements RestResource {

    private static final Locale LANGUAGE = Locale.ENGLISH;

    private final SettingsForms forms;
    private final SettingsStore store;
    private final CurrentRequest request;

    /**
     * Creates the resource.
     *
     * @param forms knows what there is to set
     * @param store keeps it
     * @param request knows who asks
     */
    @Activate
    public SettingsResource(
            @Reference SettingsForms forms, @Reference SettingsStore store, @Reference CurrentRequest request) {
        this.forms = forms;
        this.store = store;
        this.request = request;
    }

    /**
     * What there is to set.
     *
     * @param accepted languages for names and descriptions
     */
    @GET
    @Operation(summary = "PIDs and factory PIDs that modules describe")
    @ApiResponse(responseCode = "200", description = "The descriptions by name")
    public List<Described> list(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return forms.all(Language.accepted(accepted).locale()).stream()
                .map(Described::of)
                .toList();
    }

    /**
     * What values are allowed.
     *
     * @param pid PID or factory PID
     * @param accepted languages for titles and descriptions
     */
    @GET
    @Path("{pid}/schema")
    @Operation(summary = "JSON Schema of the settings of a PID")
    @ApiResponse(responseCode = "200", description = "The schema (2020-12)")
    @ApiResponse(responseCode = "404", description = "No module describes the PID")
    public Map<String, Object> schema(
            @PathParam("pid") String pid, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String accepted) {
        return JsonSchema.of(form(pid, Language.accepted(accepted).locale()));
    }

    /**
     * What is kept, without secrets.
     *
     * @param pid PID or factory PID
     */
    @GET
    @Path("{pid}")
    @Operation(summary = "Settings that are kept: none or one, or the instances of a factory; secrets are only named")
    @ApiResponse(responseCode = "200", description = "The settings")
    @ApiResponse(responseCode = "404", description = "No module describes the PID")
    public List<StoredSettings> read(@PathParam("pid") String pid) {
        form(pid);
        return asking(() -> store.list(pid));
    }

    /**
     * Checks settings without applying them.
     *
     * @param pid PID or factory PID
     * @param settings the settings
     */
    @POST
    @Path("{pid}/check")
    @Operation(summary = "Check settings without applying them")
    @ApiResponse(responseCode = "204", description = "They would be accepted")
    @ApiResponse(responseCode = "422", description = "What is wrong, by field")
    public void check(@PathParam("pid") String pid, Proposed settings) {
        var form = form(pid);
        Problems.throwIfAny(asking(() -> store.check(settings.draft(form, ""), LANGUAGE)));
    }

    /**
     * Applies settings there is only one of.
     *
     * @param pid PID
     * @param settings the settings
     */
    @PUT
    @Path("{pid}")
    @Operation(summary = "Apply settings there is only one of")
    @ApiResponse(responseCode = "204", description = "They are in effect")
    @ApiResponse(responseCode = "409", description = "They stand in a file and are changed only there")
    @ApiResponse(responseCode = "422", description = "What is wrong, by field; nothing was applied")
    public void put(@PathParam("pid") String pid, Proposed settings) {
        apply(single(pid), "", settings);
    }

    /**
     * Creates or changes an instance.
     *
     * @param pid factory PID
     * @param instance name of the instance
     * @param settings the settings
     */
    @PUT
    @Path("{pid}/{instance}")
    @Operation(summary = "Create or change an instance of a factory")
    @ApiResponse(responseCode = "204", description = "They are in effect")
    @ApiResponse(responseCode = "409", description = "They stand in a file and are changed only there")
    @ApiResponse(responseCode = "422", description = "What is wrong, by field; nothing was applied")
    public void put(@PathParam("pid") String pid, @PathParam("instance") String instance, Proposed settings) {
        apply(factory(pid), instance, settings);
    }

    private void apply(SettingsForm form, String instance, Proposed settings) {
        var actor = request.identity().id();
        Problems.throwIfAny(asking(() -> store.apply(settings.draft(form, instance), actor, LANGUAGE)));
    }

    /**
     * Goes back to the defaults.
     *
     * @param pid PID
     */
    @DELETE
    @Path("{pid}")
    @Operation(summary = "Go back to the defaults")
    @ApiResponse(responseCode = "204", description = "The defaults hold")
    @ApiResponse(responseCode = "404", description = "Nothing is set, or it stands in a file")
    public void delete(@PathParam("pid") String pid) {
        remove(single(pid), "");
    }

    /**
     * Removes an instance.
     *
     * @param pid factory PID
     * @param instance name of the instance
     */
    @DELETE
    @Path("{pid}/{instance}")
    @Operation(summary = "Remove an instance of a factory")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(responseCode = "404", description = "There is none, or it stands in a file")
    public void delete(@PathParam("pid") String pid, @PathParam("instance") String instance) {
        remove(factory(pid), instance);
    }

    private void remove(SettingsForm form, String instance) {
        var actor = request.identity().id();
        if (!asking(() -> store.remove(form.pid(), instance, actor))) {
            throw new ProblemException(Problems.notThere(form.pid()));
        }
    }

    /** Everything that is kept. */
    @GET
    @Path("export")
    @Operation(summary = "Everything that is kept, in the format of the OSGi Configurator, without values of secrets")
    @ApiResponse(responseCode = "200", description = "The export")
    public String export() {
        return asking(store::export);
    }

    /**
     * Compares an export with what is kept.
     *
     * @param json the export
     */
    @POST
    @Path("import/preview")
    @Operation(summary = "What an import would change")
    @ApiResponse(responseCode = "200", description = "One entry for each PID of the export")
    @ApiResponse(responseCode = "422", description = "It is not an export")
    public List<Effect> preview(String json) {
        return asking(() -> store.compare(json, LANGUAGE)).stream()
                .map(Effect::of)
                .toList();
    }

    /**
     * Applies an export.
     *
     * @param json the export
     */
    @POST
    @Path("import")
    @Operation(summary = "Apply what differs and is right; what is not in the export stays")
    @ApiResponse(responseCode = "200", description = "What was changed, and what was left out and why")
    @ApiResponse(responseCode = "422", description = "It is not an export")
    public List<Effect> restore(String json) {
        var actor = request.identity().id();
        return asking(() -> store.restore(json, actor, LANGUAGE)).stream()
                .map(Effect::of)
                .toList();
    }

    private SettingsForm form(String pid) {
        return form(pid, LANGUAGE);
    }

    private SettingsForm form(String pid, Locale language) {
        return forms.find(pid, language).orElseThrow(() -> new ProblemException(Problems.notThere(pid)));
    }

    private SettingsForm single(String pid) {
        return of(pid, false);
    }

    private SettingsForm factory(String pid) {
        return of(pid, true);
    }

    private SettingsForm of(String pid, boolean factory) {
        var form = form(pid);
        if (form.factory() != factory) {
            throw new ProblemException(Problems.notThere(pid));
        }
        return form;
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (SettingsException e) {
            throw new ProblemException(Problems.away(), e);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.unreadable(e.getMessage()), e);
        }
    }
}
