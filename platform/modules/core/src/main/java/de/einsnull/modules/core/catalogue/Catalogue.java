package de.einsnull.modules.core.catalogue;

import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.LogLine;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleBundle;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.core.archive.Versions;
import de.einsnull.modules.core.install.Installer;
import de.einsnull.modules.core.repositories.Offer;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.portal.api.Language;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Everything that is installed or offered, from memory. Thread-safe. */
public final class Catalogue implements ModuleCatalogue {

    private final BundleContext context;
    private final ModuleStore store;
    private final Installer installer;
    private final PlatformFeatures platform;
    private final Supplier<List<Offer>> offers;
    private final Details details;
    private final Names names;
    private final LogRing log;
    private final HistoryFile history;

    public Catalogue(
            BundleContext context,
            ModuleStore store,
            Installer installer,
            PlatformFeatures platform,
            Supplier<List<Offer>> offers,
            Details details,
            Names names,
            LogRing log,
            HistoryFile history) {
        this.context = context;
        this.store = store;
        this.installer = installer;
        this.platform = platform;
        this.offers = offers;
        this.details = details;
        this.names = names;
        this.log = log;
        this.history = history;
    }

    @Override
    public List<Module> modules() {
        return sorted(all(), Locale.GERMAN);
    }

    private List<Module> all() {
        var all = new ArrayList<Module>();
        List<Offer> offered = offers.get();
        store.state().modules().forEach(module -> all.add(installed(module, offered)));
        all.addAll(platform.modules());
        for (Offer offer : offered) {
            if (all.stream().noneMatch(module -> module.name().equals(offer.name()))) {
                all.add(available(offer));
            }
        }
        return all;
    }

    @Override
    public List<Module> modules(Locale language) {
        Language known = known(language);
        return sorted(all().stream().map(module -> names.titled(module, known)).toList(), language);
    }

    private static List<Module> sorted(List<Module> modules, Locale language) {
        return modules.stream()
                .sorted(Comparator.comparing(Module::title, Collator.getInstance(language))
                        .thenComparing(Module::name))
                .toList();
    }

    private static Language known(Locale language) {
        return Language.ofTag(language.toLanguageTag()).orElse(Language.DE);
    }

    /** The modules that city IT installed. */
    public List<Module> installed() {
        return store.state().modules().stream()
                .map(module -> installed(module, List.of()))
                .toList();
    }

    @Override
    public Optional<Module> module(String name) {
        return all().stream().filter(module -> module.name().equals(name)).findFirst();
    }

    @Override
    public Optional<ModuleDetails> details(String name, Locale language) {
        Language known = known(language);
        return module(name).map(module -> details.of(names.titled(module, known), bundles(module), known));
    }

    @Override
    public List<LogLine> log(String name, int most) {
        return log.newest(name, most);
    }

    @Override
    public List<HistoryEntry> history(Optional<String> module, int most) {
        return history.newest(module, most);
    }

    private List<Bundle> bundles(Module module) {
        return module.bundles().stream()
                .map(bundle -> context.getBundle(bundle.id()))
                .filter(bundle -> bundle != null)
                .toList();
    }

    private Module installed(InstalledModule module, List<Offer> offered) {
        List<ModuleBundle> bundles = module.bundles().stream()
                .map(bundle -> Optional.ofNullable(context.getBundle(module.location(bundle)))
                        .map(BundleView::of)
                        .orElse(new ModuleBundle(bundle.symbolicName(), bundle.version(), -1, "")))
                .toList();
        return new Module(
                module.name(),
                module.title(),
                module.description(),
                module.version(),
                module.provider(),
                module.licence(),
                Module.Origin.INSTALLED,
                state(module, bundles),
                module.signer(),
                bundles,
                update(module, offered));
    }

    private Module.State state(InstalledModule module, List<ModuleBundle> bundles) {
        if (installer.changing().equals(module.name())) {
            return Module.State.CHANGING;
        }
        if (!module.quarantine().isEmpty()) {
            return Module.State.QUARANTINED;
        }
        if (module.stopped()) {
            return Module.State.STOPPED;
        }
        return bundles.stream().allMatch(BundleView::isWell) ? Module.State.RUNNING : Module.State.FAILED;
    }

    private static Optional<String> update(InstalledModule module, List<Offer> offered) {
        return offered.stream()
                .filter(offer -> offer.name().equals(module.name()))
                .map(Offer::version)
                .filter(version -> Versions.of(version).compareTo(Versions.of(module.version())) > 0)
                .max(Comparator.comparing(Versions::of));
    }

    private static Module available(Offer offer) {
        return new Module(
                offer.name(),
                offer.title(),
                "",
                offer.version(),
                offer.provider(),
                offer.licence(),
                Module.Origin.AVAILABLE,
                Module.State.AVAILABLE,
                "",
                List.of(),
                Optional.empty());
    }
}
