package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.theme.CityTheme;
import de.einsnull.security.api.Access;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists what the portal has, for apps: {@code /portal/manifest.json}. Names no page that not everybody may see. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=portal-manifest",
            "osgi.http.whiteboard.servlet.pattern=/portal/manifest.json",
            Access.PROPERTY + "=" + Access.PUBLIC
        })
public final class ManifestServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Registry registry;
    private final transient CityTheme theme;

    @Activate
    public ManifestServlet(@Reference Registry registry, @Reference CityTheme theme) {
        this.registry = registry;
        this.theme = theme;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("city", theme.get().cityName());
        manifest.put(
                "languages", Arrays.stream(Language.values()).map(Language::tag).toList());
        manifest.put(
                "pages",
                registry.pages().stream()
                        .filter(page -> page.access().equals(Access.PUBLIC))
                        .map(page -> {
                            var entry = new LinkedHashMap<String, Object>();
                            entry.put("path", page.path());
                            entry.put("module", page.owner().name());
                            return entry;
                        })
                        .toList());
        manifest.put("widgets", registry.widgets().size());
        Sending.send(request, response, Answer.json(Json.write(manifest), Answer.Keeping.ASK));
    }
}
