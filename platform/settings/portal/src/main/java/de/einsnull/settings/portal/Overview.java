package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.StoredSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists what can be set, and the instances of what there can be several of. */
final class Overview {

    private final SettingsForms forms;
    private final SettingsStore store;

    Overview(SettingsForms forms, SettingsStore store) {
        this.forms = forms;
        this.store = store;
    }

    /**
     * A line of the list.
     *
     * @param form what can be set
     * @param count how many settings are set, or how many instances there are
     * @param file whether a file holds them
     */
    public record Line(SettingsForm form, int count, boolean file) {}

    PageResponse show(PageRequest request) {
        var wanted = request.parameter("suche").orElse("");
        var all = forms.all(request.language().locale()).stream()
                .filter(form -> fits(form, wanted.toLowerCase(Locale.ROOT)))
                .map(this::line)
                .toList();
        return PageResponse.view(
                "settings",
                "settings.title",
                Map.of(
                        "notice", PageNotice.shown(request, Notice.values()),
                        "search", wanted,
                        "several",
                                lines(
                                        all,
                                        line -> !isLibrary(line) && line.form().factory()),
                        "single",
                                lines(
                                        all,
                                        line -> !isLibrary(line) && !line.form().factory()),
                        "libraries", lines(all, Overview::isLibrary)));
    }

    private static List<Line> lines(List<Line> all, Predicate<Line> which) {
        return all.stream().filter(which).toList();
    }

    /** What the platform is built of brings settings, too, which hardly anybody needs. */
    private static boolean isLibrary(Line line) {
        return line.form().module().startsWith("org.apache.")
                || line.form().module().startsWith("org.ops4j.");
    }

    private static boolean fits(SettingsForm form, String wanted) {
        return Stream.of(form.name().text(), form.description().text(), form.pid(), form.moduleName())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Line line(SettingsForm form) {
        var stored = store.list(form.pid());
        int count = form.factory()
                ? stored.size()
                : stored.stream()
                        .mapToInt(one -> one.values().size() + one.secrets().size())
                        .sum();
        return new Line(form, count, !form.factory() && stored.stream().anyMatch(StoredSettings::isFile));
    }

    PageResponse instances(PageRequest request, SettingsForm form) {
        Map<String, Object> model = Map.of(
                "notice",
                PageNotice.shown(request, Notice.values()),
                "form",
                form,
                "instances",
                store.list(form.pid()));
        return new PageResponse.View(
                "instances",
                "settings.instances.title",
                new Object[] {form.name().text()},
                model,
                200);
    }
}
