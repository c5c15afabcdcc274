package de.einsnull.modules.core.trust;

import de.einsnull.modules.core.trust.Verdict.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Checks the signature of an archive: every file in it is signed, by one signer at least who signed all of them, and
 * nothing that was signed is missing.
 */
public final class JarSignature {

    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("(?i)META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");

    private final SignerCheck signers;

    public JarSignature(SignerCheck signers) {
        this.signers = signers;
    }

    /** Looks at an archive that has passed the check of its form. */
    public Verdict check(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null || manifest.getEntries().isEmpty()) {
                return Verdict.of(Kind.UNSIGNED, "", "");
            }
            Optional<String> missing = manifest.getEntries().keySet().stream()
                    .filter(name -> jar.getEntry(name) == null)
                    .findFirst();
            Set<CodeSigner> common = null;
            for (JarEntry entry :
                    jar.stream().filter(JarSignature::mustBeSigned).toList()) {
                Set<CodeSigner> ofEntry = signersOf(jar, entry);
                if (ofEntry.isEmpty()) {
                    return Verdict.of(Kind.UNSIGNED, "", entry.getName());
                }
                common = intersection(common, ofEntry);
            }
            if (common == null || common.isEmpty()) {
                return Verdict.of(Kind.UNSIGNED, "", "");
            }
            return missing.isPresent()
                    ? Verdict.of(Kind.TAMPERED, "", missing.get())
                    : signers.best(List.copyOf(common));
        } catch (SecurityException e) {
            return Verdict.of(Kind.TAMPERED, "", String.valueOf(e.getMessage()));
        }
    }

    private static boolean mustBeSigned(JarEntry entry) {
        return !entry.isDirectory()
                && !OF_THE_SIGNATURE.matcher(entry.getName()).matches();
    }

    /** Who signed an entry is known only after it was read to its end; a wrong digest throws. */
    private static Set<CodeSigner> signersOf(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream content = jar.getInputStream(entry)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        CodeSigner[] found = entry.getCodeSigners();
        return found == null ? Set.of() : new HashSet<>(Arrays.asList(found));
    }

    private static Set<CodeSigner> intersection(Set<CodeSigner> before, Set<CodeSigner> now) {
        if (before == null) {
            return now;
        }
        before.retainAll(now);
        return before;
    }
}
