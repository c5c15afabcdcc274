package de.einsnull.modules.portal;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import java.io.IOException;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code verwaltung/module}: finds the page that a path below it means. Words of the pages win over names of modules. */
@Component(service = PortalPage.class)
@PageAt(path = ModulesPage.PATH, access = Roles.ADMIN, maxUploadInBytes = ModulesPage.UPLOAD_IN_BYTES)
public final class ModulesPage implements PortalPage {

    static final String PATH = "verwaltung/module";

    /** The largest archive that the installer may be set to take, and room for the form around it. */
    static final long UPLOAD_IN_BYTES = 101L * 1024 * 1024;

    private static final Map<String, Action> DEEDS =
            Map.of("starten", Action.START, "stoppen", Action.STOP, "entfernen", Action.REMOVE);

    private final Overview overview;
    private final ModulePage module;
    private final Intake intake;
    private final Changes changes;
    private final HistoryPage history;
    private final Sources sources;

    /**
     * Starts the pages.
     *
     * @param desk the services that they use
     */
    @Activate
    public ModulesPage(@Reference Desk desk) {
        overview = new Overview(desk);
        module = new ModulePage(desk);
        intake = new Intake(desk);
        changes = new Changes(desk);
        history = new HistoryPage(desk);
        sources = new Sources(desk);
    }

    @Override
    public PageResponse handle(PageRequest request) throws IOException {
        String[] path = request.path().split("/", -1);
        return switch (path[0]) {
            case "" -> overview.show(request);
            case "hochladen" -> path.length == 1 ? intake.upload(request) : PageResponse.notFound();
            case "verlauf" -> path.length == 1 ? history.show(request) : PageResponse.notFound();
            case "quellen" -> path.length <= 2
                    ? sources.show(request, path.length == 2 ? path[1] : "")
                    : PageResponse.notFound();
            case "paket" -> path.length == 2 ? changes.archive(request, path[1]) : PageResponse.notFound();
            case "vorgang" -> path.length == 2 ? changes.operation(request, path[1]) : PageResponse.notFound();
            default -> ofModule(request, path);
        };
    }

    private PageResponse ofModule(PageRequest request, String[] path) throws IOException {
        if (path.length == 1) {
            return module.show(request, path[0]);
        }
        if (path.length != 2) {
            return PageResponse.notFound();
        }
        if (path[1].equals("holen")) {
            return intake.fetch(request, path[0]);
        }
        Action action = DEEDS.get(path[1]);
        return action == null ? PageResponse.notFound() : changes.change(request, action, path[0]);
    }

    static PageResponse to(String below) {
        return new PageResponse.Redirect(below.isEmpty() ? PATH : PATH + "/" + below);
    }
}
