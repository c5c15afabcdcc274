package ${package};

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Roles;
import java.sql.SQLException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows everybody what there is, and staff a form to add to it. */
@Component
@PageAt(path = ${className}Page.PATH, access = Access.PUBLIC)
public final class ${className}Page implements PortalPage {

    static final String PATH = "${area}";

    private static final int NOT_ACCEPTED = 422;

    private final ${className}Store store;

    @Activate
    public ${className}Page(@Reference ${className}Store store) {
        this.store = store;
    }

    @Override
    public PageResponse handle(PageRequest request) throws SQLException {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        boolean mayAdd = request.identity().meets(Roles.STAFF);
        if (!request.isPost()) {
            return list(mayAdd, false, "", 200);
        }
        if (!mayAdd) {
            return PageResponse.notFound();
        }
        String words = request.parameter("words").orElse("");
        if (words.isBlank() || words.length() > ${className}.MOST_CHARS) {
            return list(true, true, words, NOT_ACCEPTED);
        }
        store.add(words);
        return new PageResponse.Redirect(PATH);
    }

    private PageResponse list(boolean mayAdd, boolean mistake, String words, int status) throws SQLException {
        Map<String, Object> model =
                Map.of("entries", store.newest(), "mayAdd", mayAdd, "mistake", mistake, "words", words);
        return new PageResponse.View("list", "page.title", new Object[0], model, status);
    }
}
