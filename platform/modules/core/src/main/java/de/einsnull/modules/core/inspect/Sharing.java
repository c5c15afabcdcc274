package de.einsnull.modules.core.inspect;

import static de.einsnull.modules.core.Findings.note;

import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.BundleFile;
import de.einsnull.modules.core.archive.ModuleArchive;
import java.util.ArrayList;
import org.osgi.framework.Version;

/** Leaves those bundles of a feature out that the platform or another module has already. */
final class Sharing {

    private final PlatformView platform;
    private final Findings findings;

    Sharing(PlatformView platform, Findings findings) {
        this.platform = platform;
        this.findings = findings;
    }

    /** A module that is a single bundle is left as it is: it claims a name of others, which is told elsewhere. */
    ModuleArchive leaveOutWhatIsThere(ModuleArchive module) {
        if (module.bundles().size() < 2 && isTheModule(module)) {
            return module;
        }
        var needed = new ArrayList<BundleFile>();
        for (BundleFile bundle : module.bundles()) {
            if (isThere(bundle, module.name())) {
                findings.add(note("already-there", bundle.symbolicName()));
            } else {
                needed.add(bundle);
            }
        }
        return module.with(needed);
    }

    private static boolean isTheModule(ModuleArchive module) {
        return module.bundles().stream()
                .anyMatch(bundle -> bundle.symbolicName().equals(module.name()));
    }

    private boolean isThere(BundleFile bundle, String module) {
        return platform.others(bundle.symbolicName(), module).stream()
                .anyMatch(other -> fits(other.getVersion(), bundle.version()));
    }

    private static boolean fits(Version there, Version wanted) {
        return there.getMajor() == wanted.getMajor() && there.compareTo(wanted) >= 0;
    }
}
