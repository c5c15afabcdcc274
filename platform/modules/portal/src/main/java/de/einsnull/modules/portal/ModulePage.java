package de.einsnull.modules.portal;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Module.Origin;
import de.einsnull.modules.api.Module.State;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.settings.api.Label;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Everything about one module. */
final class ModulePage {

    private static final int LINES = 100;
    private static final int ENTRIES = 20;

    private final Desk desk;

    ModulePage(Desk desk) {
        this.desk = desk;
    }

    PageResponse show(PageRequest request, String name) {
        return desk.catalogue()
                .details(name, request.language().locale())
                .map(details -> view(request, details))
                .orElseGet(() -> gone(name));
    }

    /** A module that was removed still has its history. */
    private PageResponse gone(String name) {
        return desk.catalogue().history(Optional.of(name), 1).isEmpty()
                ? PageResponse.notFound()
                : new PageResponse.Redirect(HistoryPage.pathOf(name));
    }

    private PageResponse view(PageRequest request, ModuleDetails details) {
        Module module = details.module();
        var model = desk.model(request);
        model.put("row", ModuleRow.of(module, details.health()));
        model.put("details", details);
        model.put("contributions", contributions(details));
        model.put("figures", new TreeMap<>(details.meters()));
        model.put("lines", desk.catalogue().log(module.name(), LINES));
        model.put(
                "history", HistoryRow.of(desk.catalogue().history(Optional.of(module.name()), ENTRIES), desk.names()));
        model.put("settingsPage", desk.hasSettingsPage());
        model.put(
                "settings",
                details.settings().stream()
                        .map(pid -> desk.setting(pid, request.language().locale()))
                        .toList());
        model.put("startable", isOwn(module) && module.state() != State.RUNNING && module.state() != State.CHANGING);
        model.put("stoppable", isOwn(module) && (module.state() == State.RUNNING || module.state() == State.FAILED));
        model.put("removable", isOwn(module) && module.state() != State.CHANGING);
        return new PageResponse.View("module", "module.title", new Object[] {module.title()}, model, 200);
    }

    private static boolean isOwn(Module module) {
        return module.origin() == Origin.INSTALLED;
    }

    /** What people see comes first, in the order of the kinds. */
    private static List<Contribution> contributions(ModuleDetails details) {
        return details.contributions().stream()
                .sorted(Comparator.comparing(Contribution::kind).thenComparing(Contribution::name))
                .toList();
    }

    /**
     * Settings that a module declares.
     *
     * @param pid their PID
     * @param name what they are called
     * @param many whether there may be several of them
     */
    public record Setting(String pid, Label name, boolean many) {}
}
