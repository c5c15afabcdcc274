package de.einsnull.modules.portal;

import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.ModuleRepositories;
import de.einsnull.portal.api.PageNotice;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.PortalPage;
import de.einsnull.security.api.Accounts;
import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all pages of modules use. Thread-safe. */
@Component(service = Desk.class)
public final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final ModuleCatalogue catalogue;
    private final ModuleInstaller installer;
    private final ModuleRepositories repositories;
    private final Accounts accounts;
    private final boolean development;

    @Reference(
            target = "(einsnull.page.path=verwaltung/einstellungen)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    private volatile PortalPage settingsPage;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile SettingsForms settingsForms;

    /**
     * Takes the services.
     *
     * @param catalogue knows the modules
     * @param installer changes them
     * @param repositories knows where more of them are
     * @param accounts knows who did what
     * @param context knows whether unsigned modules are let in
     */
    @Activate
    public Desk(
            @Reference ModuleCatalogue catalogue,
            @Reference ModuleInstaller installer,
            @Reference ModuleRepositories repositories,
            @Reference Accounts accounts,
            BundleContext context) {
        this(
                catalogue,
                installer,
                repositories,
                accounts,
                Boolean.parseBoolean(context.getProperty("einsnull.development")));
    }

    Desk(
            ModuleCatalogue catalogue,
            ModuleInstaller installer,
            ModuleRepositories repositories,
            Accounts accounts,
            boolean development) {
        this.catalogue = catalogue;
        this.installer = installer;
        this.repositories = repositories;
        this.accounts = accounts;
        this.development = development;
    }

    ModuleCatalogue catalogue() {
        return catalogue;
    }

    ModuleInstaller installer() {
        return installer;
    }

    ModuleRepositories repositories() {
        return repositories;
    }

    boolean hasSettingsPage() {
        return settingsPage != null;
    }

    /** Settings by their label in a module's description, with what they are called: their PID if nobody says more. */
    ModulePage.Setting setting(String label, Locale language) {
        boolean many = label.endsWith("~");
        String pid = many ? label.substring(0, label.length() - 1) : label;
        SettingsForms forms = settingsForms;
        Label name = Optional.ofNullable(forms)
                .flatMap(all -> all.find(pid, language))
                .map(SettingsForm::name)
                .filter(found -> !found.text().isEmpty())
                .orElse(new Label(pid, ""));
        return new ModulePage.Setting(pid, name, many);
    }

    /** A model with what every page shows. */
    Map<String, Object> model(PageRequest request) {
        var model = new HashMap<String, Object>();
        model.put("development", development);
        model.put("notice", PageNotice.shown(request, Notice.values()));
        return model;
    }

    /** Names of the accounts by id; ids must do while the accounts are away. */
    Map<String, String> names() {
        return accounts.names(e -> LOG.warn("The accounts cannot be read; the history shows their ids", e));
    }
}
