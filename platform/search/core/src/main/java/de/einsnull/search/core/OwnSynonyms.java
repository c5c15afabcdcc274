package de.einsnull.search.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The words of town halls in {@code synonyms-de.txt}, and those that city IT adds. */
final class OwnSynonyms {

    private static final String FILE = "/synonyms-de.txt";

    private OwnSynonyms() {}

    static List<String> with(SearchConfig config) {
        var rules = new ArrayList<>(List.of(config.synonyms()));
        if (config.ownSynonyms()) {
            rules.addAll(own());
        }
        return rules;
    }

    static List<String> own() {
        try (var in = OwnSynonyms.class.getResourceAsStream(FILE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The synonyms cannot be read", e);
        }
    }
}
