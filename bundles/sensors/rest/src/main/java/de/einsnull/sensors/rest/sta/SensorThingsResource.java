package de.einsnull.sensors.rest.sta;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.SensorDirectory;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The open sensor data as OGC SensorThings 1.1, for reading. */
@Component(service = RestResource.class)
@RestModule(path = "/sensorthings/v1.1", title = "Sensor data (OGC SensorThings 1.1)")
@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public final class SensorThingsResource implements RestResource {

    private final SensorThings sensorThings;

    @Activate
    public SensorThingsResource(@Reference SensorDirectory directory) {
        this.sensorThings = new SensorThings(directory);
    }

    /** Service root. */
    @GET
    @Operation(summary = "Lists the entity sets")
    public Response root(@Context UriInfo uri) {
        return answer("", uri);
    }

    /** Everything below it. */
    @GET
    @Path("{path: .+}")
    @Operation(
            summary = "Reads entities",
            description = "Resource paths of SensorThings, for example Things, Things(1)/Datastreams,"
                    + " Datastreams(2)/Observations?$top=10&$orderby=phenomenonTime desc")
    public Response entities(@Parameter(example = "Things") @PathParam("path") String path, @Context UriInfo uri) {
        return answer(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, uri);
    }

    private Response answer(String path, UriInfo uri) {
        var base = uri.getBaseUri().toString();
        try {
            var found = sensorThings.get(
                    base.endsWith("/") ? base.substring(0, base.length() - 1) : base, path, query(uri));
            return found instanceof String text
                    ? Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                            .build()
                    : Response.ok(found, MediaType.APPLICATION_JSON_TYPE).build();
        } catch (SensorDataException e) {
            throw new ProblemException(
                    Problem.of(
                            "database-away",
                            503,
                            new Text("Messwerte gerade nicht lesbar", "Observations cannot be read now"),
                            new Text("Bitte versuchen Sie es gleich noch einmal.", "Please try again in a moment.")),
                    e);
        }
    }

    private static Map<String, String> query(UriInfo uri) {
        var first = new HashMap<String, String>();
        uri.getQueryParameters().forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
