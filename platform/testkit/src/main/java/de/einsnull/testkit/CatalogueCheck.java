package de.einsnull.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the texts of a module's pages. A missing one would show German to somebody who does not read it, a broken one
 * would break the page.
 */
public final class CatalogueCheck {

    private static final Pattern USED =
            Pattern.compile("(?<![A-Za-z0-9_])(?:t|attr)\\(\\s*[\"']([A-Za-z0-9.]*[A-Za-z0-9])[\"']\\s*[,)]");

    private final Path resources;
    private final TextFile german;

    private CatalogueCheck(Path resources) {
        this.resources = resources;
        this.german = TextFile.read(resources, Language.DE);
    }

    /**
     * The texts of the module under test.
     *
     * @return a check of {@code src/main/resources} in the current folder, where a build runs the tests of a module
     */
    public static CatalogueCheck ofThisModule() {
        return of(Path.of("src/main/resources"));
    }

    /**
     * The texts below a folder.
     *
     * @param resources folder with {@code OSGI-INF/l10n/messages*.properties} and, if there are any, {@code templates/}
     * @return the check
     */
    public static CatalogueCheck of(Path resources) {
        return new CatalogueCheck(resources);
    }

    /**
     * Every language has every text, once, not empty, well formed, and with the same arguments.
     *
     * @throws AssertionError if not; it lists all that is wrong, with file and key
     */
    public void isComplete() {
        List<String> wrong = new ArrayList<>();
        for (Language language : Language.values()) {
            wrong.addAll(TextFile.read(resources, language).comparedWith(german));
        }
        assertThat(wrong).as("what is wrong with the texts").isEmpty();
        assertThat(german.keys()).as("texts in " + german.name()).isNotEmpty();
    }

    /**
     * There are certain texts, for example one for each constant of an enumeration.
     *
     * @param keys keys that the code puts together
     * @throws AssertionError if one is missing
     */
    public void has(String... keys) {
        has(Arrays.asList(keys));
    }

    /**
     * There are certain texts.
     *
     * @param keys keys that the code puts together
     * @throws AssertionError if one is missing
     */
    public void has(Collection<String> keys) {
        assertThat(german.keys()).containsAll(keys);
    }

    /**
     * Every text that a template asks for is there. Keys that a template puts together cannot be seen here: check them
     * with {@link #has(String...)}.
     *
     * @param shellPrefixes starts of keys that the portal itself has, as {@code kit.}
     * @throws AssertionError if one is missing, or if no template asks for any text
     */
    public void hasWhatTemplatesUse(String... shellPrefixes) {
        Set<String> used = usedByTemplates();
        used.removeIf(key -> Arrays.stream(shellPrefixes).anyMatch(key::startsWith));
        assertThat(used).as("keys that templates ask for").isNotEmpty();
        has(used);
    }

    /**
     * Keys that templates ask for.
     *
     * @return the keys that stand in {@code t(...)} and {@code attr(...)} as they are
     */
    public Set<String> usedByTemplates() {
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(resources.resolve("templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new AssertionError("No templates to read", e);
        }
        return used;
    }

    /**
     * Every text that the code asks for by a whole key is there, for example those of health checks. Keys that the code
     * puts together cannot be seen here.
     *
     * @param prefix start of the keys, as {@code check.}
     * @throws AssertionError if one is missing, or if the code asks for none
     */
    public void hasWhatCodeUses(String prefix) {
        Pattern literal = Pattern.compile("\"(" + Pattern.quote(prefix) + "[A-Za-z0-9.-]*[A-Za-z0-9])\"");
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(resources.resolveSibling("java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                literal.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new AssertionError("No code to read", e);
        }
        assertThat(used).as("keys that the code asks for").isNotEmpty();
        has(used);
    }
}
