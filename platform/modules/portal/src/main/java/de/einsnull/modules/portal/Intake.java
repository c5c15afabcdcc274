package de.einsnull.modules.portal;

import de.einsnull.modules.api.Staged;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes archives in: from the visitor's computer, or from a repository. */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int UNPROCESSABLE = 422;

    private final Desk desk;

    Intake(Desk desk) {
        this.desk = desk;
    }

    PageResponse upload(PageRequest request) throws IOException {
        if (!request.isPost()) {
            return form(request, "", 200);
        }
        var file = request.uploads().get("archiv");
        if (file == null) {
            return form(request, "upload.error.none", UNPROCESSABLE);
        }
        Staged staged;
        try (var in = file.open()) {
            staged = desk.installer().stage(in, file.fileName());
        }
        return staged.isAcceptable() ? toPreview(staged) : refused(request, staged, file.fileName());
    }

    /** Takes a module in from a repository. */
    PageResponse fetch(PageRequest request, String name) {
        var version = request.parameter("version").filter(text -> !text.isEmpty());
        if (!request.isPost() || version.isEmpty()) {
            return PageResponse.notFound();
        }
        try {
            var staged = desk.installer().stage(name, version.get());
            return staged.isAcceptable() ? toPreview(staged) : refused(request, staged, name);
        } catch (IOException e) {
            LOG.warn("{} {} cannot be read from its repository", name, version.get(), e);
            var model = desk.model(request);
            model.put("name", name);
            model.put("reason", String.valueOf(e.getMessage()));
            return new PageResponse.View("unreadable", "unreadable.title", new Object[0], model, UNPROCESSABLE);
        }
    }

    private static PageResponse toPreview(Staged staged) {
        return ModulesPage.to("paket/" + staged.id());
    }

    private PageResponse form(PageRequest request, String error, int status) {
        var model = desk.model(request);
        model.put("error", error);
        return new PageResponse.View("upload", "upload.title", new Object[0], model, status);
    }

    private PageResponse refused(PageRequest request, Staged staged, String fileName) {
        var model = desk.model(request);
        model.put("fileName", fileName);
        model.put("findings", Told.of(staged.findings()));
        return new PageResponse.View("refused", "refused.title", new Object[0], model, UNPROCESSABLE);
    }
}
