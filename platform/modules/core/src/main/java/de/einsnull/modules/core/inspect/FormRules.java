package de.einsnull.modules.core.inspect;

import static de.einsnull.modules.core.Findings.refused;

import de.einsnull.modules.core.Findings;
import de.einsnull.modules.core.archive.BundleFile;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;

/** Whether a file is a bundle, and one that can come and go without touching others. */
final class FormRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,200}");
    private static final Pattern NATIVE = Pattern.compile("(?i).*\\.(so|dll|dylib|jnilib)(\\.\\d+)*");

    /** Header, code, reason in German and English. */
    private static final Map<String, String[]> FORBIDDEN = Map.of(
            Constants.DYNAMICIMPORT_PACKAGE,
            new String[] {
                "dynamic-import",
                "DynamicImport-Package verdrahtet das Modul mit allem, was später kommt. Nennen Sie die Pakete in"
                        + " Import-Package.",
                "DynamicImport-Package wires the module to whatever comes later. Name the packages in Import-Package."
            },
            Constants.FRAGMENT_HOST,
            new String[] {
                "fragment",
                "Ein Fragment ändert ein fremdes Bundle von innen. Bieten Sie einen Dienst an.",
                "A fragment changes a foreign bundle from inside. Offer a service instead."
            },
            Constants.REQUIRE_BUNDLE,
            new String[] {
                "require-bundle",
                "Require-Bundle bindet an ein Bundle statt an seine Pakete. Nennen Sie die Pakete in Import-Package.",
                "Require-Bundle binds to a bundle instead of its packages. Name the packages in Import-Package."
            },
            Constants.BUNDLE_NATIVECODE,
            new String[] {
                "native-code",
                "Maschinencode kann den ganzen Prozess zum Absturz bringen. Betreiben Sie ihn in einer eigenen Instanz.",
                "Native code can crash the whole process. Run it in an instance of its own."
            },
            Constants.BUNDLE_ACTIVATOR,
            new String[] {
                "activator",
                "Ein Bundle-Activator kann den Start aufhalten und lässt sich nicht überwachen. Nehmen Sie eine Komponente"
                        + " (@Component).",
                "A bundle activator can hold up the start and cannot be watched. Use a component (@Component)."
            });

    private final Findings findings;

    FormRules(Findings findings) {
        this.findings = findings;
    }

    /** Whether it is a bundle at all; what makes it none is added to the findings. */
    boolean isBundle(BundleFile bundle, String fileName) {
        if (!NAME.matcher(bundle.symbolicName()).matches()
                || !"2".equals(bundle.header(Constants.BUNDLE_MANIFESTVERSION).orElse(""))) {
            findings.add(refused(
                    "no-bundle",
                    fileName,
                    "Das ist kein OSGi-Bundle: Bundle-ManifestVersion: 2 oder ein gültiger Bundle-SymbolicName fehlt."
                            + " Bauen Sie es mit dem bnd-maven-plugin.",
                    "This is not an OSGi bundle: Bundle-ManifestVersion: 2 or a valid Bundle-SymbolicName is missing. Build"
                            + " it with the bnd-maven-plugin."));
            return false;
        }
        try {
            bundle.version();
            return true;
        } catch (IllegalArgumentException e) {
            findings.add(refused(
                    "bad-version",
                    bundle.symbolicName(),
                    "Bundle-Version ist keine Version der Form 1.2.3.",
                    "Bundle-Version is not a version of the form 1.2.3."));
            return false;
        }
    }

    void check(BundleFile bundle) {
        FORBIDDEN.forEach((header, reason) -> {
            if (bundle.header(header).isPresent()) {
                findings.add(refused(reason[0], bundle.symbolicName(), reason[1], reason[2]));
            }
        });
        bundle.entries().stream()
                .filter(entry -> NATIVE.matcher(entry).matches())
                .findFirst()
                .ifPresent(entry -> findings.add(refused(
                        "native-code",
                        entry,
                        FORBIDDEN.get(Constants.BUNDLE_NATIVECODE)[1],
                        FORBIDDEN.get(Constants.BUNDLE_NATIVECODE)[2])));
    }
}
