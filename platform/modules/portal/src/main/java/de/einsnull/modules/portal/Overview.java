package de.einsnull.modules.portal;

import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.Module.Origin;
import de.einsnull.modules.api.Module.State;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** All modules at a glance, with search and filter. */
final class Overview {

    private static final int SIZE = 25;
    private static final String ALL = "alle";

    /** Word in the address, and which modules it means. */
    private static final Map<String, Predicate<Module>> SHOWN = Map.of(
            ALL,
            module -> true,
            "eigene",
            module -> module.origin() == Origin.INSTALLED,
            "plattform",
            module -> module.origin() == Origin.PLATFORM,
            "verfuegbar",
            module -> module.origin() == Origin.AVAILABLE,
            "updates",
            module -> module.update().isPresent(),
            "probleme",
            Overview::isTroubled);

    /** In the order of the choice. */
    private static final List<String> CHOICES =
            List.of(ALL, "eigene", "plattform", "verfuegbar", "updates", "probleme");

    private static final List<Origin> ORDER = List.of(Origin.INSTALLED, Origin.PLATFORM, Origin.AVAILABLE);

    private final Desk desk;

    Overview(Desk desk) {
        this.desk = desk;
    }

    private static boolean isTroubled(Module module) {
        return module.state() == State.FAILED || module.state() == State.QUARANTINED;
    }

    /** What city IT is responsible for comes first. */
    private List<Module> all(Locale language) {
        return desk.catalogue().modules(language).stream()
                .sorted(Comparator.comparing(module -> ORDER.indexOf(module.origin())))
                .toList();
    }

    PageResponse show(PageRequest request) {
        List<Module> all = all(request.language().locale());
        String text = request.parameter("suche").orElse("");
        String shown = request.parameter("zeige").filter(SHOWN::containsKey).orElse(ALL);
        List<Module> found = all.stream()
                .filter(SHOWN.get(shown))
                .filter(module -> matches(module, text.toLowerCase(Locale.ROOT)))
                .toList();
        int pages = Math.max(1, (found.size() + SIZE - 1) / SIZE);
        int page = Math.max(1, Math.min(pages, number(request.parameter("seite").orElse(""))));
        var model = desk.model(request);
        model.put(
                "rows",
                found.stream()
                        .skip((page - 1L) * SIZE)
                        .limit(SIZE)
                        .map(module -> row(module, request.language().locale()))
                        .toList());
        model.put("text", text);
        model.put("shown", shown);
        model.put("choices", CHOICES);
        model.put("total", found.size());
        model.put("page", page);
        model.put("pages", pages);
        model.put("href", ModulesPage.PATH + "?suche=" + encode(text) + "&zeige=" + shown + "&seite={page}");
        counts(all, model);
        return PageResponse.view("modules", "modules.title", model);
    }

    private static void counts(List<Module> all, Map<String, Object> model) {
        model.put("running", count(all, module -> module.state() == State.RUNNING));
        model.put("own", count(all, SHOWN.get("eigene")));
        model.put("unsigned", count(all, ModuleRow::isUnsigned));
        model.put("updates", count(all, SHOWN.get("updates")));
        model.put("troubled", count(all, Overview::isTroubled));
        model.put("available", count(all, SHOWN.get("verfuegbar")));
    }

    private static long count(List<Module> all, Predicate<Module> which) {
        return all.stream().filter(which).count();
    }

    private ModuleRow row(Module module, Locale language) {
        return ModuleRow.of(
                module,
                module.origin() == Origin.AVAILABLE
                        ? List.of()
                        : desk.catalogue()
                                .details(module.name(), language)
                                .map(ModuleDetails::health)
                                .orElse(List.of()));
    }

    private static boolean matches(Module module, String text) {
        return List.of(module.name(), module.title(), module.description(), module.provider()).stream()
                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(text));
    }

    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 1;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
