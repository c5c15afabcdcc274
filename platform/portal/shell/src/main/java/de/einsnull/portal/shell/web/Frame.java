package de.einsnull.portal.shell.web;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.shell.contrib.Contributor;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.portal.shell.menu.MenuItem;
import de.einsnull.portal.shell.menu.Menus;
import de.einsnull.portal.shell.render.PageState;
import de.einsnull.portal.shell.theme.CityTheme;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts head, header, menu, breadcrumb and footer around a page's content. */
@Component(service = Frame.class)
public final class Frame {

    /** Pages of the shell that others stand below, with the keys of their titles. */
    private static final Map<String, String> DESKS =
            Map.of("konto", "account.title", "arbeitsplatz", "desk.title", "verwaltung", "admin.title");

    private final Registry registry;
    private final Contributor shell;
    private final Menus menus;
    private final CityTheme theme;

    @Activate
    public Frame(
            @Reference Registry registry,
            @Reference Contributors contributors,
            @Reference Menus menus,
            @Reference CityTheme theme) {
        this.registry = registry;
        this.shell = contributors.shell();
        this.menus = menus;
        this.theme = theme;
    }

    /** What every template of a page sees under {@code portal}. */
    public PortalView view(Visit visit) {
        return PortalView.of(visit, theme.get());
    }

    /** The whole page. */
    public Answer page(Visit visit, int status, String title, String content, PageState state) {
        var model = new HashMap<String, Object>();
        model.put("portal", view(visit));
        model.put("theme", theme.get());
        model.put("title", title);
        model.put("content", new SafeString(content));
        model.put("width", state.width());
        model.put("styles", state.styles());
        model.put("scripts", state.scripts());
        model.put("missing", state.isTextMissing());
        model.put("languages", languages(visit));
        model.put("person", visit.identity().displayName());
        model.put("searchable", registry.hasPage("suche"));
        model.put("desk", visit.path().replaceFirst("/.*", ""));
        model.put("crumbs", crumbs(visit, title));
        model.put("notices", notices(visit.language()));
        menus(visit, model);
        String html = shell.templates().render("layout", model, state);
        boolean personal = !visit.identity().isAnonymous() || state.isFormTokenUsed() || status >= 400;
        var keeping = personal ? Answer.Keeping.NEVER : Answer.Keeping.ASK;
        return Answer.html(status, html, keeping, !state.isFormTokenUsed());
    }

    private void menus(Visit visit, Map<String, Object> model) {
        for (var place : MenuEntry.Place.values()) {
            model.put(place.name().toLowerCase(java.util.Locale.ROOT) + "_menu", items(place, visit));
        }
    }

    private List<MenuItem> items(MenuEntry.Place place, Visit visit) {
        return menus.items(place, visit.language(), visit.identity(), visit.path());
    }

    /** A language of the portal as the switch shows it. */
    public record Choice(String tag, String name, boolean current) {}

    private static List<Choice> languages(Visit visit) {
        return Arrays.stream(Language.values())
                .map(language -> new Choice(language.tag(), language.nativeName(), language == visit.language()))
                .toList();
    }

    /** One step of the way to the page; the path of the page itself is empty. */
    public record Crumb(String path, String title) {}

    /** The pages above this one that stand in a menu, and the page. */
    private List<Crumb> crumbs(Visit visit, String title) {
        if (visit.path().isEmpty()) {
            return List.of();
        }
        var crumbs = new ArrayList<Crumb>();
        DESKS.forEach((desk, key) -> {
            if (visit.path().startsWith(desk + "/")) {
                crumbs.add(new Crumb(desk, shell.texts().plain(visit.language(), key)));
            }
        });
        for (var place : List.of(MenuEntry.Place.CITIZEN, MenuEntry.Place.STAFF, MenuEntry.Place.ADMIN)) {
            items(place, visit).stream()
                    .filter(item -> item.current() && !item.path().equals(visit.path()))
                    .forEach(item -> crumbs.add(new Crumb(item.path(), item.title())));
        }
        crumbs.add(new Crumb("", title));
        return crumbs;
    }

    private List<String> notices(Language language) {
        return registry.notices().stream()
                .map(owned ->
                        owned.owner().texts().plain(language, owned.service().textKey()))
                .distinct()
                .toList();
    }
}
