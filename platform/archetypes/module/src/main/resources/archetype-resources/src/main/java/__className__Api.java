package ${package};

import de.einsnull.security.api.Roles;
import de.einsnull.web.api.Problem;
import de.einsnull.web.api.Problem.Text;
import de.einsnull.web.api.ProblemException;
import de.einsnull.web.api.RestModule;
import de.einsnull.web.api.RestResource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The same for machines. */
@Component
@RestModule(path = "/api/${area}", title = "${className}")
@Path("/")
@Produces("application/json")
@Consumes("application/json")
public final class ${className}Api implements RestResource {

    /**
     * What a client sends.
     *
     * @param words the words
     */
    public record New(String words) {}

    private final ${className}Store store;

    @Activate
    public ${className}Api(@Reference ${className}Store store) {
        this.store = store;
    }

    @GET
    @PermitAll
    public List<${className}> newest() throws SQLException {
        return store.newest();
    }

    @POST
    @RolesAllowed(Roles.STAFF)
    public Response add(New sent) throws SQLException {
        if (sent.words() == null || sent.words().isBlank() || sent.words().length() > ${className}.MOST_CHARS) {
            throw new ProblemException(Problem.of(
                    "words-missing",
                    400,
                    new Text("Text fehlt", "Words missing"),
                    new Text("Bitte 1 bis 400 Zeichen senden.", "Please send 1 to 400 characters.")));
        }
        return Response.created(URI.create(Long.toString(store.add(sent.words()))))
                .build();
    }
}
