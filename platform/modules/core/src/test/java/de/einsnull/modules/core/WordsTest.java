package de.einsnull.modules.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Finding;
import de.einsnull.modules.api.Operation;
import de.einsnull.portal.api.Language;
import de.einsnull.testkit.CatalogueCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A refusal nobody can read costs city IT a call to the maker, and the maker a guess. */
class WordsTest {

    private static final Pattern CODE = Pattern.compile("(?:refused|warning|note)\\(\\s*\"([a-z-]+)\"");

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyFindingProgressAndCheckHasWords() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(found -> codes.add("finding." + found.group(1)));
            }
        }
        assertThat(codes).hasSizeGreaterThan(30);
        texts.has(codes);
        texts.hasWhatCodeUses("finding.");
        texts.has("history.cut-off");
        texts.hasWhatCodeUses("check.");
        texts.has(Arrays.stream(Operation.Outcome.values())
                .map(outcome -> "progress." + outcome)
                .toList());
    }

    @Test
    void aFindingCarriesItsWordsForMachinesAndForPages() {
        Finding finding = Findings.refused("java-version", "a.class", 21, 17);
        assertThat(finding.german()).contains("Java 21", "Java 17", "--release 17");
        assertThat(finding.english()).contains("Java 21", "Java 17", "--release 17");
        for (Language language : Language.values()) {
            assertThat(Words.in(language, finding.sentence()))
                    .contains("21", "17")
                    .doesNotContain("{", "finding.");
        }
    }
}
