package de.einsnull.modules.core.install;

import static de.einsnull.modules.core.Findings.refused;
import static de.einsnull.modules.core.Findings.warning;

import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.BundleReader;
import de.einsnull.modules.core.state.InstalledBundle;
import de.einsnull.modules.core.state.InstalledModule;
import de.einsnull.modules.core.state.ModuleStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Which migration scripts a new version would run: those that the installed one does not have. */
final class MigrationPlan {

    private static final Pattern VERSIONED = Pattern.compile("V([0-9_.]+)__.*");

    private final ModuleStore store;
    private final Supplier<String> dialect;

    /**
     * @param store has the installed archives
     * @param dialect kind of database: {@code h2} or {@code postgresql}
     */
    MigrationPlan(ModuleStore store, Supplier<String> dialect) {
        this.store = store;
        this.dialect = dialect;
    }

    List<String> scripts(Target target, Findings findings) {
        Map<String, String> before = installed(target, findings);
        Map<String, String> after = new TreeMap<>();
        target.archive().ifPresent(archive -> archive.bundles().forEach(bundle -> collect(bundle, after)));
        var wouldRun = new ArrayList<String>();
        after.forEach((name, digest) -> {
            if (!before.containsKey(name)) {
                wouldRun.add(name);
            } else if (!before.get(name).equals(digest)
                    && VERSIONED.matcher(name).matches()) {
                findings.add(refused("migration-changed", name));
            }
        });
        before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .forEach(name -> findings.add(warning("migration-stays", name)));
        wouldRun.sort(Comparator.comparing(MigrationPlan::order).thenComparing(Comparator.naturalOrder()));
        return wouldRun;
    }

    /** Without its archive a module must still be updated: that is how it is repaired. */
    private Map<String, String> installed(Target target, Findings findings) {
        var scripts = new TreeMap<String, String>();
        try {
            for (InstalledBundle bundle :
                    target.before().map(InstalledModule::bundles).orElse(List.of())) {
                collect(BundleReader.read(store.archive(bundle.sha256())), scripts);
            }
        } catch (IOException e) {
            findings.add(warning("archive-lost", target.name(), e.getMessage()));
        }
        return scripts;
    }

    private void collect(BundleFile bundle, Map<String, String> scripts) {
        if (bundle.header("EinsNull-Schema").isPresent()) {
            bundle.migrations().forEach((path, digest) -> {
                if (path.startsWith("db/migration/") || path.startsWith("db/" + dialect.get() + "/")) {
                    scripts.put(path.substring(path.lastIndexOf('/') + 1), digest);
                }
            });
        }
    }

    /** Versioned scripts by version, then the repeatable ones. */
    private static Version order(String name) {
        Matcher matcher = VERSIONED.matcher(name);
        if (!matcher.matches()) {
            return new Version(Integer.MAX_VALUE, 0, 0);
        }
        String[] parts = matcher.group(1).split("[_.]");
        return new Version(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static int part(String[] parts, int index) {
        return index < parts.length && parts[index].matches("\\d{1,9}") ? Integer.parseInt(parts[index]) : 0;
    }
}
