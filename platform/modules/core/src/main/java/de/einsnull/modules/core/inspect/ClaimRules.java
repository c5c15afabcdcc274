package de.einsnull.modules.core.inspect;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.Words;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.Clause;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Whether a module claims what belongs to others: names of bundles, packages, schemas. */
final class ClaimRules {

    private static final List<String> RESERVED = List.of("java.", "javax.", "jakarta.", "org.osgi.", "de.einsnull.");

    private final PlatformView platform;
    private final String module;
    private final Findings findings;

    ClaimRules(PlatformView platform, String module, Findings findings) {
        this.platform = platform;
        this.module = module;
        this.findings = findings;
    }

    void check(BundleFile bundle) {
        for (Bundle other : platform.others(bundle.symbolicName(), module)) {
            String owner = PlatformView.moduleOf(other);
            findings.add(Findings.of(
                    Finding.Level.REFUSED,
                    "name-taken",
                    bundle.symbolicName(),
                    owner.isEmpty()
                            ? Words.sentence("finding.name-taken.platform")
                            : Words.sentence("finding.name-taken", owner)));
        }
        for (Clause clause : bundle.clauses(Constants.EXPORT_PACKAGE)) {
            clause.paths().forEach(this::checkExport);
        }
        bundle.packages().stream()
                .filter(name -> name.startsWith("java.") || name.startsWith("org.osgi.framework"))
                .findFirst()
                .ifPresent(name -> findings.add(foreign(name)));
    }

    private void checkExport(String name) {
        if (RESERVED.stream().anyMatch(name::startsWith)
                || !platform.exports(name, module).isEmpty()) {
            findings.add(foreign(name));
        }
    }

    private static Finding foreign(String name) {
        return refused("foreign-package", name);
    }
}
