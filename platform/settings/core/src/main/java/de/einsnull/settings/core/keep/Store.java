package de.einsnull.settings.core.keep;

import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Secrets;
import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Draft;
import de.einsnull.settings.api.Fault;
import de.einsnull.settings.api.Fault.Code;
import de.einsnull.settings.api.SettingsException;
import de.einsnull.settings.api.SettingsForm;
import de.einsnull.settings.api.SettingsForms;
import de.einsnull.settings.api.SettingsStore;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.settings.api.StoredSettings;
import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps settings in ConfigurationAdmin and secrets as files. */
@Component
public final class Store implements SettingsStore {

    private static final int LONGEST_NOTE = 180;

    private final SettingsForms forms;
    private final Configurations configurations;
    private final Modules modules;
    private final SecretValues secrets;
    private final AuditTrail audit;
    private final Transfer transfer;

    @Activate
    public Store(
            @Reference SettingsForms forms,
            @Reference Configurations configurations,
            @Reference Modules modules,
            @Reference Secrets secrets,
            @Reference AuditTrail audit) {
        this.forms = forms;
        this.configurations = configurations;
        this.modules = modules;
        this.secrets = new SecretValues(secrets);
        this.audit = audit;
        this.transfer = new Transfer(forms, this, configurations);
    }

    @Override
    public List<StoredSettings> list(String pid) {
        return form(pid, Locale.ROOT)
                .map(form -> configurations.of(form).entrySet().stream()
                        .map(entry -> Configurations.stored(form, entry.getKey(), entry.getValue()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<SettingsForm> form(String pid, Locale language) {
        return forms.find(pid, language);
    }

    @Override
    public Optional<StoredSettings> find(String pid, String instance) {
        return list(pid).stream()
                .filter(stored -> stored.instance().equals(instance))
                .findFirst();
    }

    @Override
    public List<Fault> check(Draft draft, Locale language) {
        return propose(draft, language).faults();
    }

    Proposal propose(Draft draft, Locale language) {
        var form = form(draft.pid(), language);
        if (form.isEmpty()) {
            var nobody = List.of(new Fault("", Code.UNKNOWN, draft.pid()));
            return new Proposal(null, draft.instance(), Map.of(), draft.forgotten(), Map.of(), nobody);
        }
        var proposal = Proposal.of(form.get(), draft, configurations.of(form.get()));
        if (!proposal.faults().isEmpty()) {
            return proposal;
        }
        return new Proposal(
                proposal.form(),
                proposal.instance(),
                proposal.values(),
                proposal.forgotten(),
                proposal.before(),
                modules.check(draft.pid(), proposal.after(), language));
    }

    @Override
    public synchronized List<Fault> apply(Draft draft, String actor, Locale language) {
        var proposal = propose(draft, language);
        if (!proposal.faults().isEmpty()) {
            return proposal.faults();
        }
        boolean success = false;
        try {
            update(proposal);
            success = true;
        } catch (IOException e) {
            throw new SettingsException("The settings " + draft.pid() + " cannot be kept: " + e.getMessage(), e);
        } finally {
            note(actor, proposal.before().isEmpty() ? "settings.created" : "settings.changed", proposal, success);
        }
        return List.of();
    }

    private void update(Proposal proposal) throws IOException {
        var form = proposal.form();
        var after = proposal.after();
        for (var setting : form.settings()) {
            if (!setting.secret()) {
                continue;
            }
            if (proposal.values().containsKey(setting.id())) {
                var typed = proposal.values().get(setting.id()).get(0);
                after.put(setting.id(), secrets.keep(form.pid(), proposal.instance(), setting, typed));
            }
        }
        configurations.make(form, proposal.instance()).update(new Hashtable<>(after));
        for (var setting : form.settings()) {
            var then = proposal.before().get(setting.id());
            if (setting.secret() && then != null && !then.equals(after.get(setting.id()))) {
                secrets.forget(form.pid(), proposal.instance(), setting, then);
            }
        }
    }

    private void note(String actor, String action, Proposal proposal, boolean success) {
        var what = address(proposal.form().pid(), proposal.instance()) + ": " + String.join(" ", proposal.changes());
        audit.record(actor, action, what.substring(0, Math.min(what.length(), LONGEST_NOTE)), success);
    }

    private static String address(String pid, String instance) {
        return instance.isEmpty() ? pid : pid + "~" + instance;
    }

    @Override
    public synchronized boolean remove(String pid, String instance, String actor) {
        var form = form(pid, Locale.ROOT);
        var configuration = form.map(configurations::of).map(all -> all.get(instance));
        if (configuration.isEmpty()
                || Configurations.stored(form.get(), instance, configuration.get())
                        .isFile()) {
            return false;
        }
        try {
            var properties = Configurations.properties(configuration.get());
            configuration.get().delete();
            for (var setting : form.get().settings()) {
                if (setting.secret() && properties.containsKey(setting.id())) {
                    secrets.forget(pid, instance, setting, properties.get(setting.id()));
                }
            }
        } catch (IOException e) {
            throw new SettingsException("The settings " + pid + " cannot be removed: " + e.getMessage(), e);
        }
        audit.record(actor, "settings.removed", address(pid, instance), true);
        return true;
    }

    @Override
    public boolean isTestable(String pid) {
        return modules.test(pid).isPresent();
    }

    @Override
    public Optional<SettingsTest.Result> test(Draft draft, Locale language) {
        var test = modules.test(draft.pid());
        var proposal = propose(draft, language);
        if (test.isEmpty() || !proposal.faults().isEmpty()) {
            return Optional.empty();
        }
        try {
            var lent = secrets.lend(proposal.form().settings(), proposal.after());
            try {
                return Optional.of(test.get().test(draft.pid(), lent.properties(), language));
            } finally {
                secrets.takeBack(lent);
            }
        } catch (IOException e) {
            throw new SettingsException("The settings cannot be tried: " + e.getMessage(), e);
        }
    }

    @Override
    public String export() {
        return transfer.export();
    }

    @Override
    public List<Difference> compare(String json, Locale language) {
        return transfer.compare(json, language);
    }

    @Override
    public List<Difference> restore(String json, String actor, Locale language) {
        var differences = transfer.compare(json, language);
        for (var difference : differences) {
            if (difference.kind() == Difference.Kind.NEW || difference.kind() == Difference.Kind.CHANGED) {
                apply(difference.draft(), actor, language);
            }
        }
        return differences;
    }
}
