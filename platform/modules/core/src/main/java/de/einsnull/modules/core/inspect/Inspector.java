package de.einsnull.modules.core.inspect;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.BundleReader;
import de.einsnull.modules.core.archive.Digests;
import de.einsnull.modules.core.archive.FeatureModule;
import de.einsnull.modules.core.archive.FeaturesFile;
import de.einsnull.modules.core.archive.KarFile;
import de.einsnull.modules.core.archive.Limits;
import de.einsnull.modules.core.archive.ModuleArchive;
import de.einsnull.modules.core.archive.ZipCheck;
import de.einsnull.modules.core.trust.JarSignature;
import de.einsnull.modules.core.trust.TrustRules;
import de.einsnull.modules.core.trust.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.framework.BundleContext;

/** Looks at what was handed in: first whether it is harmless to read, then what it is, then what it wants. */
public final class Inspector {

    private final BundleContext context;
    private final Limits limits;
    private final Allowed allowed;
    private final JarSignature signature;
    private final TrustRules trust;
    private final Predicate<String> featureInstalled;

    /**
     * @param context shows what the platform has
     * @param limits what an archive may cost
     * @param allowed packages that modules may import
     * @param signature tells who made an archive
     * @param trust what follows from that
     * @param featureInstalled whether the platform has a feature of that name
     */
    public Inspector(
            BundleContext context,
            Limits limits,
            Allowed allowed,
            JarSignature signature,
            TrustRules trust,
            Predicate<String> featureInstalled) {
        this.context = context;
        this.limits = limits;
        this.allowed = allowed;
        this.signature = signature;
        this.trust = trust;
        this.featureInstalled = featureInstalled;
    }

    /**
     * Looks at a bundle or a KAR.
     *
     * @param file what was handed in
     * @param fileName how the sender called it
     * @param folder where parts of it may be put
     */
    public Inspected inspect(Path file, String fileName, Path folder) throws IOException {
        Optional<Finding> harmful = zipCheck().check(file, fileName);
        if (harmful.isPresent()) {
            return Inspected.unreadable(harmful.get());
        }
        try {
            return KarFile.isOne(file) ? inspectKar(file, fileName, folder) : inspectBundle(file, fileName);
        } catch (IOException | IllegalArgumentException e) {
            return Inspected.unreadable(refused("unreadable", fileName, e.getMessage()));
        }
    }

    private ZipCheck zipCheck() {
        return new ZipCheck(limits, Runtime.version().feature());
    }

    private Inspected inspectBundle(Path file, String fileName) throws IOException {
        var findings = new Findings();
        BundleFile bundle = BundleReader.read(file);
        if (!new FormRules(findings).isBundle(bundle, fileName)) {
            return new Inspected(Optional.empty(), "", List.of(), findings.worstFirst());
        }
        Verdict verdict = signature.check(file);
        return judge(ModuleArchive.of(bundle), verdict, false, findings);
    }

    private Inspected inspectKar(Path file, String fileName, Path folder) throws IOException {
        var findings = new Findings();
        var kar = new KarFile(file);
        List<FeaturesFile> files = kar.featuresFiles();
        List<FeaturesFile.Feature> roots =
                files.stream().flatMap(one -> one.roots().stream()).toList();
        if (files.size() != 1 || roots.size() != 1) {
            return Inspected.unreadable(refused("kar-features", fileName, roots.size()));
        }
        ModuleArchive module = new FeatureModule(files.get(0), kar, featureInstalled, findings)
                .read(roots.get(0), Digests.sha256(file), folder);
        Verdict whole = signature.check(file);
        return judge(module, whole.kind() == Verdict.Kind.UNSIGNED ? worst(module) : whole, false, findings);
    }

    /**
     * Looks at a feature of a repository.
     *
     * @param module the feature with its bundles
     * @param ours whether it is part of the distribution, which needs no signature
     * @param findings what was found so far
     */
    public Inspected inspectFeature(ModuleArchive module, boolean ours, Findings findings) throws IOException {
        // A library of the distribution may hold classes for a newer Java that nobody loads on this one.
        for (BundleFile bundle : ours ? List.<BundleFile>of() : module.bundles()) {
            Optional<Finding> harmful = zipCheck().check(bundle.file(), bundle.symbolicName());
            if (harmful.isPresent()) {
                return Inspected.unreadable(harmful.get());
            }
        }
        Verdict verdict = ours ? new Verdict(Verdict.Kind.TRUSTED, "EinsNull", "") : worst(module);
        return judge(module, verdict, ours, findings);
    }

    private Verdict worst(ModuleArchive module) throws IOException {
        Verdict worst = new Verdict(Verdict.Kind.TRUSTED, "", "");
        for (BundleFile bundle : module.bundles()) {
            worst = worst.worse(signature.check(bundle.file()));
        }
        return module.bundles().isEmpty() ? new Verdict(Verdict.Kind.UNSIGNED, "", "") : worst;
    }

    /** What is part of the distribution may use its insides and carry its names; everybody else may not. */
    private Inspected judge(ModuleArchive whole, Verdict verdict, boolean ours, Findings findings) {
        trust.finding(verdict, whole.name()).ifPresent(findings::add);
        var platform = new PlatformView(context);
        ModuleArchive module = new Sharing(platform, findings).leaveOutWhatIsThere(whole);
        if (module.bundles().isEmpty()) {
            findings.add(refused("nothing-to-install", whole.name()));
        }
        for (BundleFile bundle : module.bundles()) {
            var form = new FormRules(findings);
            if (form.isBundle(bundle, bundle.file().getFileName().toString())) {
                Allowed imports = ours ? Allowed.EVERYTHING : allowed;
                new ImportRules(imports, platform, module.name(), module.bundles(), findings).check(bundle);
                if (!ours) {
                    form.check(bundle);
                    new ClaimRules(platform, module.name(), findings).check(bundle);
                }
            }
        }
        return new Inspected(Optional.of(module), verdict.signer(), verdict.certificates(), findings.worstFirst());
    }
}
