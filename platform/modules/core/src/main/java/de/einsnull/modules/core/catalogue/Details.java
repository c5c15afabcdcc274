package de.einsnull.modules.core.catalogue;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Module;
import de.einsnull.modules.api.ModuleDetails;
import de.einsnull.modules.api.ModuleDetails.Component;
import de.einsnull.modules.api.ModuleDetails.Contribution;
import de.einsnull.modules.api.ModuleDetails.Health;
import de.einsnull.modules.api.ModuleDetails.Kind;
import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.BundleReader;
import de.einsnull.modules.core.archive.Settings;
import de.einsnull.modules.core.health.ModuleHealth;
import de.einsnull.modules.core.health.Statement;
import de.einsnull.modules.core.health.Statement.Code;
import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import de.einsnull.modules.core.trust.TrustWatch;
import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.Sentences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers what there is to know about one module. Thread-safe. */
public final class Details {

    private static final Logger LOG = LoggerFactory.getLogger(Details.class);
    private static final int MOST_KEPT = 200;

    /** The archives of a module that could be read, and what is wrong with the others. */
    private record Files(List<BundleFile> read, List<Statement> lost) {}

    private final Map<String, BundleFile> read = new ConcurrentHashMap<>();
    private final ModuleStore store;
    private final ModuleHealth health;
    private final TrustWatch trust;
    private final Contributions contributions;
    private final Sentences sentences;
    private final Function<List<String>, Map<String, Double>> meters;

    /**
     * @param store has the archives of installed modules
     * @param health tells how bundles are
     * @param trust tells whether who signed a module is still trusted
     * @param contributions tells what bundles add
     * @param sentences says what bundles say
     * @param meters figures of bundles by their symbolic names
     */
    public Details(
            ModuleStore store,
            ModuleHealth health,
            TrustWatch trust,
            Contributions contributions,
            Sentences sentences,
            Function<List<String>, Map<String, Double>> meters) {
        this.store = store;
        this.health = health;
        this.trust = trust;
        this.contributions = contributions;
        this.sentences = sentences;
        this.meters = meters;
    }

    ModuleDetails of(Module module, List<Bundle> bundles, Language language) {
        Files files = files(module.name());
        List<String> settings = bundles.stream()
                .flatMap(bundle -> SettingsFiles.of(bundle).stream())
                .map(Settings::label)
                .distinct()
                .toList();
        List<Contribution> added = new ArrayList<>(contributions.of(bundles, language));
        settings.forEach(pid -> added.add(new Contribution(Kind.SETTINGS, pid, "", "")));
        List<Component> components = files.read().stream()
                .flatMap(file -> file.components().stream())
                .distinct()
                .toList();
        boolean installed = module.origin() != Module.Origin.AVAILABLE;
        return new ModuleDetails(
                module,
                installed ? health(module, bundles, files.lost(), language) : List.of(),
                added,
                imports(bundles),
                settings,
                components,
                meters.apply(bundles.stream().map(Bundle::getSymbolicName).toList()));
    }

    /** Why the platform stopped it stands for all the rest: that it does not run follows from it. */
    private List<Health> health(Module module, List<Bundle> bundles, List<Statement> lost, Language language) {
        var found = new ArrayList<Statement>(lost);
        signer(module).ifPresent(found::add);
        switch (module.state()) {
            case STOPPED -> {
                // Nothing is expected of it.
            }
            case QUARANTINED -> store.state()
                    .module(module.name())
                    .ifPresent(installed -> found.add(quarantine(installed)));
            default -> found.addAll(health.of(bundles));
        }
        return found.stream().map(one -> one.in(language, sentences)).toList();
    }

    private static Statement quarantine(InstalledModule module) {
        Sentence why = module.quarantineSentence();
        return new Statement(
                Level.BAD, module.name(), Code.SAYS, module.quarantine(), why.saysNothing() ? List.of() : List.of(why));
    }

    private Optional<Statement> signer(Module module) {
        try {
            return trust.revokedBy(module.name())
                    .map(source -> new Statement(Level.BAD, module.signer(), Code.SIGNER_REVOKED, source));
        } catch (IOException e) {
            return Optional.of(new Statement(Level.ATTENTION, "etc/trust", Code.TRUST_UNREADABLE, e.getMessage()));
        }
    }

    /** What can be read of its archives; the page of a module must open just when one is lost. */
    private Files files(String module) {
        List<InstalledBundle> bundles =
                store.state().module(module).map(InstalledModule::bundles).orElse(List.of());
        var files = new ArrayList<BundleFile>();
        var lost = new ArrayList<Statement>();
        for (InstalledBundle bundle : bundles) {
            try {
                files.add(file(bundle.sha256()));
            } catch (IOException e) {
                LOG.warn("The archive of {} in module {} cannot be read", bundle.symbolicName(), module, e);
                lost.add(Statement.lost(bundle.symbolicName(), String.valueOf(e.getMessage())));
            }
        }
        return new Files(files, lost);
    }

    /** An archive never changes, so what was read of it once holds. */
    private BundleFile file(String sha256) throws IOException {
        BundleFile known = read.get(sha256);
        if (known == null) {
            known = BundleReader.read(store.archive(sha256));
            if (read.size() >= MOST_KEPT) {
                read.clear();
            }
            read.put(sha256, known);
        }
        return known;
    }

    private static List<String> imports(List<Bundle> bundles) {
        return bundles.stream()
                .flatMap(bundle -> wires(bundle).filter(wire -> !bundles.contains(provider(wire))))
                .map(Details::text)
                .filter(text -> !text.startsWith("java."))
                .distinct()
                .sorted()
                .toList();
    }

    private static Bundle provider(BundleWire wire) {
        return wire.getProvider().getBundle();
    }

    private static Stream<BundleWire> wires(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? null : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE);
        return wires == null ? Stream.empty() : wires.stream();
    }

    private static String text(BundleWire wire) {
        var attributes = wire.getCapability().getAttributes();
        return attributes.get(PackageNamespace.PACKAGE_NAMESPACE) + " "
                + attributes.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
    }
}
