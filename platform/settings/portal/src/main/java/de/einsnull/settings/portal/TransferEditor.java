package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes settings along: a download, and an upload with a preview. */
final class TransferEditor {

    private static final Logger LOG = LoggerFactory.getLogger(TransferEditor.class);
    private static final int REFUSED = 422;

    private final SettingsForms forms;
    private final SettingsStore store;
    private final Words words;
    private final Faults faults;

    TransferEditor(SettingsForms forms, SettingsStore store, Words words) {
        this.forms = forms;
        this.store = store;
        this.words = words;
        faults = new Faults(words);
    }

    /**
     * A line of the preview.
     *
     * @param name what is set
     * @param address PID and instance
     * @param kind what would happen
     * @param details what changes, or why it is refused
     */
    public record Line(String name, String address, String kind, List<String> details) {}

    PageResponse handle(PageRequest request) {
        if (request.path().equals("sichern/einstellungen.json")) {
            return new PageResponse.Content("application/json", store.export().getBytes(StandardCharsets.UTF_8));
        }
        if (!request.path().equals("sichern")) {
            return PageResponse.notFound();
        }
        return request.isPost()
                ? sent(request, request.parameter("datei").orElse(""))
                : view("", List.of(), "", 0, 200);
    }

    private PageResponse sent(PageRequest request, String json) {
        var language = request.language();
        try {
            boolean deed =
                    request.parameter("absicht").filter("einspielen"::equals).isPresent();
            var differences = deed
                    ? store.restore(json, request.identity().id(), language.locale())
                    : store.compare(json, language.locale());
            if (deed) {
                return SettingsPage.to(Notice.RESTORED);
            }
            long open = differences.stream().filter(TransferEditor::isToDo).count();
            return view(
                    json,
                    differences.stream()
                            .map(difference -> line(request, difference))
                            .toList(),
                    "",
                    open,
                    200);
        } catch (IllegalArgumentException e) {
            return view(json, List.of(), words.text(language, "transfer.wrong", e.getMessage()), 0, REFUSED);
        } catch (SettingsException e) {
            LOG.warn("Settings were not taken over", e);
            return view(json, List.of(), words.text(language, "settings.away.text"), 0, 503);
        }
    }

    private static boolean isToDo(Difference difference) {
        return difference.kind() == Difference.Kind.NEW || difference.kind() == Difference.Kind.CHANGED;
    }

    private Line line(PageRequest request, Difference difference) {
        var language = request.language();
        var form = forms.find(difference.draft().pid(), language.locale());
        var draft = difference.draft();
        var details = difference.faults().isEmpty()
                ? difference.changes().entrySet().stream()
                        .map(change ->
                                change.getKey() + ": " + texts(change.getValue().before()) + " → "
                                        + texts(change.getValue().after()))
                        .toList()
                : difference.faults().stream()
                        .map(fault -> form.map(known -> faults.sentence(language, known, fault))
                                .orElseGet(() -> words.text(language, "transfer.unknown")))
                        .toList();
        return new Line(
                form.map(known -> known.name().text()).orElse(draft.pid()),
                draft.instance().isEmpty() ? draft.pid() : draft.pid() + "~" + draft.instance(),
                difference.kind().name(),
                details);
    }

    private static String texts(List<String> values) {
        return values.isEmpty() ? "–" : values.stream().collect(Collectors.joining(" · "));
    }

    private static PageResponse view(String json, List<Line> lines, String problem, long open, int status) {
        var model = new HashMap<String, Object>();
        model.put("json", json);
        model.put("lines", lines);
        model.put("problem", problem);
        model.put("open", open);
        return new PageResponse.View("transfer", "transfer.title", new Object[0], model, status);
    }
}
