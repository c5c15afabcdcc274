package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.StoredSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates, changes, tries and removes settings. */
final class FormEditor {

    private static final Logger LOG = LoggerFactory.getLogger(FormEditor.class);
    private static final int REFUSED = 422;
    private static final int UNAVAILABLE = 503;

    private final SettingsStore store;
    private final Words words;
    private final Faults faults;
    private final HeldSecrets secrets;

    FormEditor(SettingsStore store, Words words, HeldSecrets secrets) {
        this.store = store;
        this.words = words;
        this.secrets = secrets;
        faults = new Faults(words);
    }

    /**
     * How a form is shown.
     *
     * @param sent what is in its fields
     * @param stored what is kept
     * @param isNew whether it makes a new instance
     * @param faults what is wrong
     * @param test how a test went, or an empty text
     * @param status HTTP status
     */
    private record Shown(
            Sent sent, Optional<StoredSettings> stored, boolean isNew, List<Fault> faults, Object test, int status) {

        Shown with(List<Fault> found, Object test, int status) {
            return new Shown(sent, stored, isNew, found, test, status);
        }
    }

    PageResponse create(PageRequest request, SettingsForm form) {
        var sent = request.isPost() ? Sent.read(request, form, "", secrets) : Sent.empty();
        return handle(request, form, new Shown(sent, Optional.empty(), true, List.of(), "", 200));
    }

    PageResponse edit(PageRequest request, SettingsForm form, String instance) {
        var stored = store.find(form.pid(), instance);
        if (form.factory() && stored.isEmpty()) {
            return SettingsPage.to(form.pid(), Notice.GONE);
        }
        var kept = stored.map(Sent::of).orElseGet(Sent::empty);
        var sent = request.isPost() ? Sent.read(request, form, instance, secrets) : kept;
        return handle(request, form, new Shown(sent, stored, false, List.of(), "", 200));
    }

    private PageResponse handle(PageRequest request, SettingsForm form, Shown shown) {
        if (!request.isPost()) {
            return view(request, form, shown);
        }
        try {
            return request.parameter("absicht").filter("test"::equals).isPresent()
                    ? test(request, form, shown)
                    : save(request, form, shown);
        } catch (SettingsException e) {
            LOG.warn("Settings {} were not kept", form.pid(), e);
            return view(request, form, shown.with(List.of(), "", UNAVAILABLE));
        }
    }

    private PageResponse save(PageRequest request, SettingsForm form, Shown shown) {
        var draft = shown.sent().draft(request, form, shown.isNew(), secrets);
        var found =
                store.apply(draft, request.identity().id(), request.language().locale());
        if (!found.isEmpty()) {
            return view(request, form, shown.with(found, "", REFUSED));
        }
        shown.sent().held().values().forEach(secrets::forget);
        return SettingsPage.to(form.pid(), Notice.SAVED);
    }

    private PageResponse test(PageRequest request, SettingsForm form, Shown shown) {
        var draft = shown.sent().draft(request, form, shown.isNew(), secrets);
        var language = request.language().locale();
        var found = store.check(draft, language);
        if (!found.isEmpty()) {
            return view(request, form, shown.with(found, "", REFUSED));
        }
        return view(
                request,
                form,
                shown.with(
                        List.of(),
                        store.test(draft, language).<Object>map(r -> r).orElse(""),
                        200));
    }

    private PageResponse view(PageRequest request, SettingsForm form, Shown shown) {
        var language = request.language();
        var kept = shown.stored().map(StoredSettings::secrets).orElse(Set.of());
        boolean exists = form.factory() && !shown.isNew();
        var fields = new Fields(words, language, form).of(shown.sent(), kept, exists);
        var model = new HashMap<String, Object>();
        model.put("form", form);
        model.put("notice", PageNotice.shown(request, Notice.values()));
        model.put("name", shown.sent().name());
        model.put("asksName", form.factory() && shown.isNew() && form.naming().isEmpty());
        model.put("isNew", shown.isNew());
        model.put("isKept", shown.stored().isPresent());
        model.put("fields", fields);
        model.put("foreign", Foreign.of(form));
        model.put("file", shown.stored().map(StoredSettings::file).orElse(""));
        model.put("errors", faults.byField(language, form, shown.faults()));
        model.put("problem", faults.general(language, shown.faults()));
        model.put("test", shown.test());
        model.put("testable", store.isTestable(form.pid()));
        model.put("away", shown.status() == UNAVAILABLE);
        return new PageResponse.View("form", title(shown), titleOf(form, shown), model, shown.status());
    }

    private static String title(Shown shown) {
        return shown.isNew() ? "settings.new.title" : "settings.form.title";
    }

    private static Object[] titleOf(SettingsForm form, Shown shown) {
        var name = shown.isNew() || shown.sent().name().isEmpty()
                ? form.name().text()
                : shown.sent().name();
        return new Object[] {name};
    }

    PageResponse remove(PageRequest request, SettingsForm form, String instance) {
        var stored = store.find(form.pid(), instance);
        if (stored.isEmpty() || stored.get().isFile()) {
            return SettingsPage.to(form.factory() ? form.pid() : "", Notice.GONE);
        }
        if (!request.isPost()) {
            return removal(form, instance, 200);
        }
        try {
            boolean removed =
                    store.remove(form.pid(), instance, request.identity().id());
            return SettingsPage.to(form.pid(), removed ? Notice.REMOVED : Notice.GONE);
        } catch (SettingsException e) {
            LOG.warn("Settings {} were not removed", form.pid(), e);
            return removal(form, instance, UNAVAILABLE);
        }
    }

    private static PageResponse removal(SettingsForm form, String instance, int status) {
        return new PageResponse.View(
                "remove",
                form.factory() ? "settings.remove.title" : "settings.reset.title",
                new Object[] {form.factory() ? instance : form.name().text()},
                Map.of("form", form, "instance", instance, "away", status == UNAVAILABLE),
                status);
    }
}
