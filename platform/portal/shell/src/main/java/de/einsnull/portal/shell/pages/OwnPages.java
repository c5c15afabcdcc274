package de.einsnull.portal.shell.pages;

import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.menu.Menus;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Roles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages that every portal has. They stand exactly at their paths, and no bundle can take their place. */
@Component(service = OwnPages.class)
public final class OwnPages {

    private static final int MOST_SERVICES_ON_START = 8;

    /**
     * A page of the shell.
     *
     * @param access who may see it
     * @param page answers
     */
    public record Own(String access, OwnPage page) {}

    private final Menus menus;
    private final Widgets widgets;
    private final Registry registry;
    private final Map<String, Own> pages;

    @Activate
    public OwnPages(
            @Reference Menus menus,
            @Reference Widgets widgets,
            @Reference Registry registry,
            @Reference AdminPages admin) {
        this.menus = menus;
        this.widgets = widgets;
        this.registry = registry;
        pages = Map.ofEntries(
                Map.entry("", open(this::start)),
                Map.entry("anmelden", open(OwnPages::logIn)),
                Map.entry("einstellungen", open(plain("settings"))),
                Map.entry("impressum", open(plain("imprint"))),
                Map.entry("datenschutz", open(plain("privacy"))),
                Map.entry("barrierefreiheit", open(plain("a11y"))),
                Map.entry("leichte-sprache", open(plain("easy"))),
                Map.entry("konto", new Own(Access.AUTHENTICATED, this::account)),
                Map.entry("arbeitsplatz", new Own(Roles.STAFF, desk(MenuEntry.Place.STAFF, "desk"))),
                Map.entry("verwaltung", new Own(Roles.ADMIN, desk(MenuEntry.Place.ADMIN, "admin"))),
                Map.entry("verwaltung/zustand", new Own(Roles.ADMIN, admin::health)),
                Map.entry("verwaltung/schnittstellen", new Own(Roles.ADMIN, admin::apis)),
                Map.entry("verwaltung/bausteine", new Own(Roles.ADMIN, OwnPages::modules)));
    }

    private static Own open(OwnPage page) {
        return new Own(Access.PUBLIC, page);
    }

    /** The page at exactly this path. */
    public Optional<Own> at(String path) {
        return Optional.ofNullable(pages.get(path));
    }

    private static OwnPage plain(String name) {
        return (request, state) -> PageResponse.view(name, name + ".title", Map.of());
    }

    /** Old bookmarks. */
    private static PageResponse modules(PageRequest request, PageState state) {
        return new PageResponse.Redirect("verwaltung/module");
    }

    private PageResponse start(PageRequest request, PageState state) {
        var services = menus.items(MenuEntry.Place.CITIZEN, request.language(), request.identity(), "");
        return PageResponse.view(
                "start",
                "start.title",
                Map.of(
                        "widgets", widgets.render(request, state),
                        "services", services.subList(0, Math.min(MOST_SERVICES_ON_START, services.size())),
                        "searchable", registry.hasPage("suche"),
                        "admin", request.identity().meets(Roles.ADMIN)));
    }

    private static PageResponse logIn(PageRequest request, PageState state) {
        String reason = request.parameter("fehler").orElse("");
        String next = request.parameter("next").orElse("");
        boolean known = List.of("daten", "gesperrt", "rate", "dienst").contains(reason);
        return PageResponse.view(
                "login",
                "login.title",
                Map.of(
                        "reason", known ? reason : "",
                        "changed",
                                request.parameter("hinweis")
                                        .filter("passwort"::equals)
                                        .isPresent(),
                        "next", next.matches("/[^/\\\\].*") ? next : ""));
    }

    private PageResponse account(PageRequest request, PageState state) {
        return PageResponse.view(
                "account",
                "account.title",
                Map.of(
                        "name", request.identity().displayName(),
                        "passwordPage", registry.hasPage("konto/passwort"),
                        "dataPage", registry.hasPage("konto/meine-daten"),
                        "roles", request.identity().roles().stream().sorted().toList(),
                        "staff", request.identity().meets(Roles.STAFF),
                        "desk",
                                !menus.items(MenuEntry.Place.STAFF, request.language(), request.identity(), "")
                                        .isEmpty(),
                        "admin", request.identity().meets(Roles.ADMIN)));
    }

    private OwnPage desk(MenuEntry.Place place, String name) {
        return (request, state) -> PageResponse.view(
                name,
                name + ".title",
                Map.of("entries", menus.items(place, request.language(), request.identity(), "")));
    }
}
