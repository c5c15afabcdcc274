package de.einsnull.sensors.rest.sensorthings;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Sensor data as OGC SensorThings 1.1: everybody reads what is open, staff writes. */
@Component(service = RestResource.class)
@RestModule(
        path = "/sensorthings/v1.1",
        title = "Sensor data (OGC SensorThings 1.1)",
        maxBodyInBytes = SensorThingsResource.LONGEST_BODY,
        maxAnswerInBytes = SensorThingsResource.LONGEST_ANSWER)
@Path("/")
@PermitAll
@Produces(MediaType.WILDCARD)
public final class SensorThingsResource implements RestResource {

    /** Framework property with which the API lets programs on the same machine write without a login. */
    public static final String CONFORMANCE = "einsnull.sensors.conformance";

    static final int LONGEST_BODY = 8_388_608;
    static final int LONGEST_ANSWER = 67_108_864;
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final Collection<Binding> bindings = new CopyOnWriteArrayList<>();
    private final Service service;
    private final Callers callers;

    @Activate
    public SensorThingsResource(
            BundleContext context,
            @Reference EntityStore store,
            @Reference CurrentRequest current,
            @Reference AuditTrail audit) {
        this(store, current, audit, Boolean.parseBoolean(context.getProperty(CONFORMANCE)), Clock.systemUTC());
    }

    SensorThingsResource(
            EntityStore store, CurrentRequest current, AuditTrail audit, boolean conformance, Clock clock) {
        this.service = new Service(store, audit, clock, bindings);
        this.callers = new Callers(current, conformance);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addBinding(Binding binding) {
        bindings.add(binding);
    }

    void removeBinding(Binding binding) {
        bindings.remove(binding);
    }

    /** Service root. */
    @GET
    @Operation(summary = "Lists the entity sets and what the API can do")
    public Response root(
            @Context UriInfo uri, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        return answer("", uri, request, response);
    }

    /** Everything below it. */
    @GET
    @Path("{path: .+}")
    @Operation(
            summary = "Reads entities",
            description = "Resource paths of SensorThings, for example Things, Things(1)/Datastreams,"
                    + " Datastreams(2)/Observations?$top=10&$orderby=phenomenonTime desc")
    public Response read(
            @Parameter(example = "Things") @PathParam("path") String path,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return answer(path, uri, request, response);
    }

    /** Creates. */
    @POST
    @Path("{path: .+}")
    @Operation(summary = "Creates an entity; CreateObservations and $batch take several")
    public Response create(
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return answer(path, uri, request, response);
    }

    /** Changes. */
    @PATCH
    @Path("{path: .+}")
    @Operation(summary = "Changes an entity; with application/json-patch+json by JSON Patch")
    public Response change(
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return answer(path, uri, request, response);
    }

    /** Replaces. */
    @PUT
    @Path("{path: .+}")
    @Operation(summary = "Replaces an entity")
    public Response replace(
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return answer(path, uri, request, response);
    }

    /** Deletes. */
    @DELETE
    @Path("{path: .+}")
    @Operation(summary = "Deletes an entity or, with $filter, those of a set")
    public Response delete(
            @PathParam("path") String path,
            @Context UriInfo uri,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        return answer(path, uri, request, response);
    }

    /** Lets pages from elsewhere read. */
    @OPTIONS
    @Path("{path: .*}")
    @Operation(hidden = true)
    public Response options(@Context HttpServletResponse response) {
        open(response);
        return Response.noContent()
                .header("Allow", METHODS + ", POST, PATCH, PUT, DELETE")
                .header("Access-Control-Allow-Methods", METHODS)
                .header("Access-Control-Allow-Headers", "Accept, Content-Type")
                .header("Access-Control-Max-Age", "86400")
                .build();
    }

    private Response answer(String path, UriInfo uri, HttpServletRequest request, HttpServletResponse response) {
        open(response);
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var type = request.getContentType() == null ? "" : request.getContentType();
        var call = new Call(method, withoutSlash(path), query, type, () -> body(request));
        var answer = service.answer(
                call, callers.of(request, withoutSlash(uri.getBaseUri().toString())));
        var built = Response.status(answer.status());
        answer.location().map(URI::create).ifPresent(built::location);
        return answer.body().length == 0
                ? built.build()
                : built.type(answer.contentType()).entity(answer.body()).build();
    }

    /** On the servlet's response, so that pages from elsewhere can read refusals, too. */
    private static void open(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "ETag, Location");
    }

    private static InputStream body(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
