package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.menu.Menus;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.CurrentRequest;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the pages of all languages, sends the bare address to one of them, and answers for addresses nobody serves. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=portal",
            "osgi.http.whiteboard.servlet.pattern=/",
            "osgi.http.whiteboard.servlet.pattern=/de/*",
            "osgi.http.whiteboard.servlet.pattern=/de-simple/*",
            "osgi.http.whiteboard.servlet.pattern=/en/*",
            "osgi.http.whiteboard.servlet.pattern=/uk/*",
            "osgi.http.whiteboard.servlet.pattern=/tr/*",
            "osgi.http.whiteboard.servlet.pattern=/ar/*",
            Access.PROPERTY + "=" + Access.SELF_CHECKED,
            Access.UPLOADS + "=" + Access.SELF_CHECKED
        })
public final class PortalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PortalServlet.class);
    private static final String MENU = "menue.json";
    private static final String REMEMBER = "merken";

    private final transient PageFlow flow;
    private final transient ErrorPages errors;
    private final transient Menus menus;
    private final transient Contributors contributors;
    private final transient Visits visits;

    @Activate
    public PortalServlet(
            @Reference PageFlow flow,
            @Reference ErrorPages errors,
            @Reference Menus menus,
            @Reference Contributors contributors,
            @Reference CurrentRequest current) {
        this.flow = flow;
        this.errors = errors;
        this.menus = menus;
        this.contributors = contributors;
        this.visits = new Visits(current);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(request, response);
    }

    private void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(1);
        int slash = path.indexOf('/');
        var language = Language.ofTag(slash < 0 ? path : path.substring(0, slash));
        if (language.isEmpty()) {
            Sending.send(request, response, outside(request, path));
        } else if (slash < 0) {
            Sending.send(request, response, Answer.redirect("/" + path + "/"));
        } else {
            Sending.send(request, response, inside(request, response, language.get(), path.substring(slash + 1)));
        }
    }

    private Answer outside(HttpServletRequest request, String path) {
        var language = visits.language(request);
        if (path.isEmpty()) {
            return Answer.redirect("/" + language.tag() + "/").with("Vary", "Accept-Language, Cookie");
        }
        return errors.page(visits.of(request, language, path), 404);
    }

    private Answer inside(HttpServletRequest request, HttpServletResponse response, Language language, String path)
            throws IOException {
        var decoded = Visits.decode(path);
        if (decoded.isEmpty()) {
            return errors.page(visits.of(request, language, ""), 400);
        }
        var visit = visits.of(request, language, decoded.get());
        if (visit.path().equals(MENU)) {
            return menu(visit);
        }
        if (!visit.isPost() && visit.parameters().containsKey(REMEMBER)) {
            Visits.remember(request, response, visit.preferences().withLanguage(language));
            return Answer.redirect("/" + language.tag() + "/" + path);
        }
        var changed = Settings.changed(visit);
        if (changed.isPresent()) {
            Visits.remember(request, response, changed.get());
            return Answer.redirect(Settings.target(visit));
        }
        return visit.isPost() && MultipartForm.isOne(request) ? withFiles(request, visit) : answer(visit);
    }

    /** Files are read only when it is clear that this visitor may send them; the page's limit holds from the first byte. */
    private Answer withFiles(HttpServletRequest request, Visit visit) throws IOException {
        long limit = flow.uploadLimit(visit);
        if (limit == 0) {
            return answer(visit);
        }
        try (var form = MultipartForm.read(request, limit)) {
            return answer(visit.with(form));
        } catch (MultipartForm.TooLarge e) {
            return errors.page(visit, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (MultipartForm.Malformed e) {
            LOG.info("A form with files cannot be read (request {}): {}", visit.requestId(), e.getMessage());
            return errors.page(visit, HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private Answer answer(Visit visit) {
        try {
            return flow.answer(visit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return errors.unavailable(visit);
        }
    }

    /** The main menu for pages that are open while bundles come and go. */
    private Answer menu(Visit visit) {
        var items =
                menus
                        .items(MenuEntry.Place.CITIZEN, visit.language(), visit.identity(), visit.parameter("hier"))
                        .stream()
                        .map(item -> Map.of(
                                "href", "/" + visit.language().tag() + "/" + item.path(),
                                "title", item.title(),
                                "lang", item.titleLanguage(),
                                "icon",
                                        item.icon().isEmpty()
                                                ? ""
                                                : contributors.icons().path(item.icon()),
                                "current", item.current()))
                        .toList();
        return Answer.json(Json.write(Map.of("items", List.copyOf(items))), Answer.Keeping.NEVER);
    }
}
