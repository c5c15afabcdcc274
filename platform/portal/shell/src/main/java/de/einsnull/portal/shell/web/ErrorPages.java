package de.einsnull.portal.shell.web;

import de.einsnull.portal.shell.contrib.Contributor;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.render.PageState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages that say what went wrong, what is safe and what to do now. */
@Component(service = ErrorPages.class)
public final class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String RETRY_IN_S = "10";

    private final Frame frame;
    private final Contributor shell;

    @Activate
    public ErrorPages(@Reference Frame frame, @Reference Contributors contributors) {
        this.frame = frame;
        this.shell = contributors.shell();
    }

    /** A page for a status; those without a text of their own are told by their class. */
    public Answer page(Visit visit, int status) {
        return page(
                visit, status, shell.texts().has("error." + status + ".title") ? "error." + status : fallback(status));
    }

    private static String fallback(int status) {
        return status < 500 ? "error.400" : "error.500";
    }

    /** The page of a form that is out of date or did not come from this portal. */
    public Answer formExpired(Visit visit) {
        return page(visit, 403, "error.form");
    }

    /** The page for a bundle that is away or has too much to do; what was typed comes back to be sent again. */
    public Answer unavailable(Visit visit) {
        return page(visit, 503, "error.503").with("Retry-After", RETRY_IN_S);
    }

    private Answer page(Visit visit, int status, String key) {
        var state = new PageState(visit.language(), visit::formToken);
        String title = shell.texts().plain(visit.language(), key + ".title");
        Map<String, Object> model = Map.of(
                "portal", frame.view(visit),
                "title", title,
                "status", status,
                "key", key,
                "visit", visit,
                "typed", status == 503 && visit.isPost() ? typed(visit) : Map.of());
        try {
            return frame.page(visit, status, title, shell.templates().render("error", model, state), state);
        } catch (RuntimeException e) {
            LOG.error("The page for status {} cannot be shown (request {})", status, visit.requestId(), e);
            return Answer.html(status, bare(title, visit), Answer.Keeping.NEVER, false);
        }
    }

    /** Passwords are never sent back. */
    private static Map<String, List<String>> typed(Visit visit) {
        return visit.parameters().entrySet().stream()
                .filter(field -> !field.getKey().equals("csrf"))
                .filter(field -> !field.getKey().toLowerCase(Locale.ROOT).matches(".*(pass|kennwort|pin).*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String bare(String title, Visit visit) {
        return "<!doctype html><html lang=\"" + visit.language().tag() + "\"><meta charset=\"utf-8\"><title>" + title
                + "</title><h1>" + title + "</h1><p>" + visit.requestId() + "</p></html>";
    }
}
