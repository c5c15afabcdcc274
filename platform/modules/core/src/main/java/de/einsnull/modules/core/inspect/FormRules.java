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

    /** Headers, and the code of what is wrong with them. */
    private static final Map<String, String> FORBIDDEN = Map.of(
            Constants.DYNAMICIMPORT_PACKAGE,
            "dynamic-import",
            Constants.FRAGMENT_HOST,
            "fragment",
            Constants.REQUIRE_BUNDLE,
            "require-bundle",
            Constants.BUNDLE_NATIVECODE,
            "native-code",
            Constants.BUNDLE_ACTIVATOR,
            "activator");

    private final Findings findings;

    FormRules(Findings findings) {
        this.findings = findings;
    }

    /** Whether it is a bundle at all; what makes it none is added to the findings. */
    boolean isBundle(BundleFile bundle, String fileName) {
        if (!NAME.matcher(bundle.symbolicName()).matches()
                || !"2".equals(bundle.header(Constants.BUNDLE_MANIFESTVERSION).orElse(""))) {
            findings.add(refused("no-bundle", fileName));
            return false;
        }
        try {
            bundle.version();
            return true;
        } catch (IllegalArgumentException e) {
            findings.add(refused("bad-version", bundle.symbolicName()));
            return false;
        }
    }

    void check(BundleFile bundle) {
        FORBIDDEN.forEach((header, code) -> {
            if (bundle.header(header).isPresent()) {
                findings.add(refused(code, bundle.symbolicName()));
            }
        });
        bundle.entries().stream()
                .filter(entry -> NATIVE.matcher(entry).matches())
                .findFirst()
                .ifPresent(entry -> findings.add(refused("native-code", entry)));
    }
}
