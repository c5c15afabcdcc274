package de.einsnull.portal.shell.menu;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MenuEntry;
import de.einsnull.portal.shell.contrib.Contributor;
import de.einsnull.portal.shell.contrib.Contributors;
import de.einsnull.portal.shell.contrib.Owned;
import de.einsnull.portal.shell.contrib.Registry;
import de.einsnull.security.api.Access;
import de.einsnull.security.api.Identity;
import de.einsnull.security.api.Roles;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The menus as one person sees them: entries of all bundles and the shell's own. */
@Component(service = Menus.class)
public final class Menus {

    private static final List<MenuEntry> OWN = List.of(
            new MenuEntry(MenuEntry.Place.ADMIN, 100, "verwaltung/zustand", "health.title", "pulse", Roles.ADMIN),
            new MenuEntry(MenuEntry.Place.ADMIN, 200, "verwaltung/schnittstellen", "apis.title", "plug", Roles.ADMIN),
            new MenuEntry(MenuEntry.Place.FOOTER, 100, "impressum", "imprint.title", "", Access.PUBLIC),
            new MenuEntry(MenuEntry.Place.FOOTER, 200, "datenschutz", "privacy.title", "", Access.PUBLIC),
            new MenuEntry(MenuEntry.Place.FOOTER, 300, "barrierefreiheit", "a11y.title", "", Access.PUBLIC),
            new MenuEntry(MenuEntry.Place.FOOTER, 400, "leichte-sprache", "easy.title", "", Access.PUBLIC));

    private final Registry registry;
    private final Contributor shell;

    @Activate
    public Menus(@Reference Registry registry, @Reference Contributors contributors) {
        this.registry = registry;
        this.shell = contributors.shell();
    }

    /** Entries of a menu that a person may see, in order. */
    public List<MenuItem> items(MenuEntry.Place place, Language language, Identity identity, String path) {
        return Stream.concat(own(place), registry.entries(place).stream())
                .filter(owned -> identity.meets(owned.service().access()))
                .sorted(Comparator.comparingInt(owned -> owned.service().order()))
                .map(owned -> item(owned, language, path))
                .toList();
    }

    private Stream<Owned<MenuEntry>> own(MenuEntry.Place place) {
        return OWN.stream().filter(entry -> entry.place() == place).map(entry -> new Owned<>(entry, shell));
    }

    private static MenuItem item(Owned<MenuEntry> owned, Language language, String path) {
        var entry = owned.service();
        var texts = owned.owner().texts();
        var titleLanguage = texts.languageOf(language, entry.titleKey());
        String hintKey = entry.titleKey() + ".hint";
        boolean current = path.equals(entry.path()) || path.startsWith(entry.path() + "/");
        return new MenuItem(
                entry.path(),
                texts.plain(language, entry.titleKey()),
                titleLanguage == language ? "" : titleLanguage.tag(),
                texts.has(hintKey) ? texts.plain(language, hintKey) : "",
                entry.icon(),
                current);
    }
}
