package de.einsnull.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the features of the distribution are called in the list of modules. */
class FeatureNamesTest {

    private static final List<String> LANGUAGES = List.of("", "_de__simple", "_en", "_uk", "_tr", "_ar");
    private static final Pattern FEATURE = Pattern.compile("<feature name=\"([^\"]+)\"");

    /** A feature without a name is listed in English to people who read German, and the other way round. */
    @Test
    void everyFeatureHasANameInEveryLanguage() throws IOException {
        List<String> features = FEATURE.matcher(Files.readString(House.root().resolve("features/features.xml")))
                .results()
                .map(MatchResult::group)
                .map(found -> found.replaceAll(".*\"(.+)\"", "$1"))
                .filter(name -> name.startsWith("einsnull-"))
                .toList();
        assertThat(features).hasSizeGreaterThan(20);
        for (String language : LANGUAGES) {
            assertThat(names(language).stringPropertyNames())
                    .as(language)
                    .containsExactlyInAnyOrderElementsOf(features);
        }
    }

    private static Properties names(String language) throws IOException {
        Path file = House.root()
                .resolve("features/names/src/main/resources/OSGI-INF/l10n/names" + language + ".properties");
        var names = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            names.load(in);
        }
        return names;
    }
}
