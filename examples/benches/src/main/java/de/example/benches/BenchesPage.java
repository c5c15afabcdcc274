package de.example.benches;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Access;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All benches for everybody; whoever has an account adopts one. Answers at {@code /de/baenke}. */
@Component
@PageAt(path = BenchesPage.PATH, access = Access.PUBLIC)
public final class BenchesPage implements PortalPage {

    static final String PATH = "baenke";

    private final Benches benches;
    private final Rules rules;

    @Activate
    public BenchesPage(@Reference Benches benches, @Reference Rules rules) {
        this.benches = benches;
        this.rules = rules;
    }

    @Override
    public PageResponse handle(PageRequest request) {
        if (!request.path().isEmpty()) {
            return PageResponse.notFound();
        }
        if (request.isPost() && !request.identity().isAnonymous()) {
            return adopt(request);
        }
        return PageResponse.view("benches", "benches.title", model(request, false));
    }

    private PageResponse adopt(PageRequest request) {
        String account = request.identity().id();
        String bench = request.parameter("bench")
                .filter(text -> text.matches("\\d{1,9}"))
                .orElse("0");
        boolean allowed = benches.adoptedBy(account).size() < rules.mostForOne();
        if (allowed && benches.adopt(Long.parseLong(bench), account)) {
            return new PageResponse.Redirect(PATH);
        }
        return new PageResponse.View("benches", "benches.title", new Object[0], model(request, true), 422);
    }

    private Map<String, Object> model(PageRequest request, boolean refused) {
        return Map.of(
                "benches",
                benches.all(),
                "mayAdopt",
                !request.identity().isAnonymous(),
                "most",
                rules.mostForOne(),
                "refused",
                refused);
    }
}
