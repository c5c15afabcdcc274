package de.einsnull.settings.portal;

import de.einsnull.portal.api.PageAt;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Roles;
import de.einsnull.settings.api.CsvImport;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code verwaltung/einstellungen}: all settings that modules describe. */
@Component(service = PortalPage.class)
@PageAt(path = SettingsPage.PATH, access = Roles.ADMIN)
public final class SettingsPage implements PortalPage {

    static final String PATH = "verwaltung/einstellungen";

    private final SettingsForms forms;
    private final Overview overview;
    private final FormEditor editor;
    private final TableEditor tables;
    private final TransferEditor transfer;

    /**
     * Starts the page.
     *
     * @param forms what there is to set
     * @param store where it is kept
     * @param csv creates many at once
     * @param words texts
     */
    @Activate
    public SettingsPage(
            @Reference SettingsForms forms,
            @Reference SettingsStore store,
            @Reference CsvImport csv,
            @Reference Words words) {
        this.forms = forms;
        overview = new Overview(forms, store);
        editor = new FormEditor(store, words, new HeldSecrets(Clock.systemUTC()));
        tables = new TableEditor(csv, words);
        transfer = new TransferEditor(forms, store, words);
    }

    @Override
    public PageResponse handle(PageRequest request) {
        var path = request.path();
        if (path.isEmpty()) {
            return overview.show(request);
        }
        var parts = path.split("/", -1);
        return switch (parts[0]) {
            case "sichern" -> transfer.handle(request);
            case "neu" -> with(request, parts, 2, editor::create);
            case "csv" -> with(request, parts, parts.length, tables::handle);
            default -> settings(request, parts);
        };
    }

    private PageResponse with(
            PageRequest request, String[] parts, int length, BiFunction<PageRequest, SettingsForm, PageResponse> page) {
        return parts.length != length || length < 2
                ? PageResponse.notFound()
                : form(request, parts[1])
                        .filter(SettingsForm::factory)
                        .map(form -> page.apply(request, form))
                        .orElseGet(() -> to(Notice.GONE));
    }

    private PageResponse settings(PageRequest request, String[] parts) {
        var form = form(request, parts[0]);
        if (form.isEmpty()) {
            return to(Notice.GONE);
        }
        boolean removal = parts[parts.length - 1].equals("entfernen");
        int names = parts.length - (removal ? 2 : 1);
        if (names > 1 || names < 0 || (names == 1 && !form.get().factory())) {
            return PageResponse.notFound();
        }
        var instance = names == 1 ? parts[1] : "";
        if (form.get().factory() && names == 0) {
            return removal ? PageResponse.notFound() : overview.instances(request, form.get());
        }
        return removal ? editor.remove(request, form.get(), instance) : editor.edit(request, form.get(), instance);
    }

    private Optional<SettingsForm> form(PageRequest request, String pid) {
        return forms.find(pid, request.language().locale());
    }

    static PageResponse to(Notice notice) {
        return to("", notice);
    }

    static PageResponse to(String below, Notice notice) {
        return new PageResponse.Redirect(PATH + (below.isEmpty() ? "" : "/" + below) + "?" + notice.query());
    }
}
