package de.einsnull.modules.core.archive;

import de.einsnull.modules.api.ModuleDetails.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A bundle that lies in a file.
 *
 * @param file where it lies
 * @param sha256 digest of the file, lower-case hexadecimal
 * @param headers its manifest, translated to German where it has translations
 * @param packages packages that have classes in it, inner archives of the bundle class path included
 * @param entries names of its files
 * @param migrations its migration scripts, with the digest of each
 * @param settings what its metatype files declare
 * @param components its bill of materials
 */
public record BundleFile(
        Path file,
        String sha256,
        Map<String, String> headers,
        Set<String> packages,
        Set<String> entries,
        Map<String, String> migrations,
        List<Settings> settings,
        List<Component> components) {

    /** The manifest header {@code Bundle-SymbolicName} without its directives, empty if there is none. */
    public String symbolicName() {
        List<Clause> clauses = Clause.parse(headers.get(Constants.BUNDLE_SYMBOLICNAME));
        return clauses.isEmpty() ? "" : clauses.get(0).path();
    }

    /**
     * The manifest header {@code Bundle-Version}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public Version version() {
        return Version.parseVersion(headers.get(Constants.BUNDLE_VERSION));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).filter(value -> !value.isBlank());
    }

    public List<Clause> clauses(String header) {
        return Clause.parse(headers.get(header));
    }
}
