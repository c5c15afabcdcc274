package de.einsnull.modules.core.inspect;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.Words;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** What a module may use, and whether the platform has it. */
final class ImportRules {

    /** Requirements that the framework itself does not check, or that package and class rules cover better. */
    private static final Set<String> LEFT_TO_OTHERS = Set.of("osgi.ee", "osgi.native", "osgi.wiring.package");

    private final Allowed allowed;
    private final PlatformView platform;
    private final String module;
    private final List<BundleFile> siblings;
    private final Findings findings;

    ImportRules(Allowed allowed, PlatformView platform, String module, List<BundleFile> siblings, Findings findings) {
        this.allowed = allowed;
        this.platform = platform;
        this.module = module;
        this.siblings = siblings;
        this.findings = findings;
    }

    void check(BundleFile bundle) {
        for (Clause clause : bundle.clauses(Constants.IMPORT_PACKAGE)) {
            for (String name : clause.paths()) {
                if (!name.startsWith("java.")) {
                    checkImport(name, clause);
                }
            }
        }
        for (Clause clause : bundle.clauses(Constants.REQUIRE_CAPABILITY)) {
            checkRequirement(bundle, clause);
        }
    }

    private void checkImport(String name, Clause clause) {
        List<Version> ofSiblings = siblings.stream()
                .flatMap(sibling -> sibling.clauses(Constants.EXPORT_PACKAGE).stream())
                .filter(export -> export.paths().contains(name))
                .map(export -> Version.parseVersion(export.attribute("version").orElse("0")))
                .toList();
        List<PlatformView.Export> ofOthers = platform.exports(name, module);
        boolean ofModules =
                ofOthers.stream().anyMatch(export -> !export.module().isEmpty());
        boolean ofPlatformOnly = ofSiblings.isEmpty() && !ofModules && !ofOthers.isEmpty();
        if (ofPlatformOnly && !allowed.isAllowed(name)) {
            findings.add(refused("import-not-allowed", name));
            return;
        }
        VersionRange range = new VersionRange(clause.attribute("version").orElse("0"));
        List<Version> there = Stream.concat(
                        ofSiblings.stream(), ofOthers.stream().map(PlatformView.Export::version))
                .toList();
        if (!clause.isOptional() && there.stream().noneMatch(range::includes)) {
            findings.add(missing(name, range, there));
        }
    }

    private static Finding missing(String name, VersionRange range, List<Version> there) {
        if (there.isEmpty()) {
            return refused("missing-package", name, range);
        }
        String versions = there.stream().map(Version::toString).distinct().collect(Collectors.joining(", "));
        return Findings.of(
                Finding.Level.REFUSED,
                "missing-package",
                name,
                Words.sentence("finding.missing-package.version", range, versions));
    }

    private void checkRequirement(BundleFile bundle, Clause clause) {
        String effective = clause.directives().getOrDefault("effective", "resolve");
        String namespace = clause.path();
        if (clause.isOptional() || !"resolve".equals(effective) || LEFT_TO_OTHERS.contains(namespace)) {
            return;
        }
        Optional<String> filter = Optional.ofNullable(clause.directives().get("filter"));
        boolean ofSibling = siblings.stream()
                .flatMap(sibling -> sibling.clauses(Constants.PROVIDE_CAPABILITY).stream())
                .anyMatch(capability -> capability.paths().contains(namespace));
        if (!ofSibling && !platform.offers(namespace, filter)) {
            findings.add(refused("missing-capability", bundle.symbolicName(), namespace, filter.orElse("")));
        }
    }
}
