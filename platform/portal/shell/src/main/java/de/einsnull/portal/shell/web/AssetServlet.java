package de.einsnull.portal.shell.web;

import de.einsnull.portal.shell.asset.Asset;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.theme.CityTheme;
import de.einsnull.security.api.Access;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves {@code /assets/<bundle>/<hash>/<file>} and {@code /assets/theme/<hash>/<file>}. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=portal-assets",
            "osgi.http.whiteboard.servlet.pattern=/assets/*",
            Access.PROPERTY + "=" + Access.PUBLIC
        })
public final class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Contributors contributors;
    private final transient CityTheme theme;

    @Activate
    public AssetServlet(@Reference Contributors contributors, @Reference CityTheme theme) {
        this.contributors = contributors;
        this.theme = theme;
    }

    private record Found(Asset asset, boolean current) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        String[] parts = path.split("/", 4);
        var found = parts.length == 4 ? find(parts[1], parts[2], parts[3]) : Optional.<Found>empty();
        if (found.isPresent()) {
            // A page from before an update gets the file of today, but must not take it for the one of its address.
            Sending.sendAsset(
                    request, response, found.get().asset(), found.get().current());
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", Answer.Keeping.NEVER.header());
        }
    }

    private Optional<Found> find(String owner, String hash, String file) {
        if (owner.equals("theme")) {
            return themeFile(file)
                    .map(asset -> new Found(asset, hash.equals(theme.get().hash())));
        }
        return contributors.assets(owner).flatMap(assets -> assets.find(file)
                .map(asset -> new Found(asset, hash.equals(assets.hash()))));
    }

    private Optional<Asset> themeFile(String file) {
        var now = theme.get();
        if (file.equals("theme.css")) {
            return Optional.of(now.css());
        }
        return file.equals(now.coatOfArmsFile()) ? Optional.of(now.coatOfArms()) : Optional.empty();
    }
}
