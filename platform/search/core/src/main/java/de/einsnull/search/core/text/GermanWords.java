package de.einsnull.search.core.text;

import de.danielnaber.jwordsplitter.GermanWordSplitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows the parts of German compounds: Hundesteuerbescheid is about a dog, a tax and a notice. Uses the dictionary of
 * jWordSplitter and the words of town halls in {@code words-de.txt}. Thread-safe.
 */
public final class GermanWords {

    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_COMPOUND = 6;
    private static final int LONGEST_COMPOUND = 60;
    private static final int REMEMBERED = 50_000;
    private static final String WORDS = "/words-de.txt";

    private final Splitter splitter;
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /** Reads the dictionaries. */
    public GermanWords() {
        try {
            splitter = new Splitter(read());
        } catch (IOException e) {
            throw new UncheckedIOException("The dictionary of German words cannot be read", e);
        }
    }

    private static final class Splitter extends GermanWordSplitter {

        Splitter(Collection<String> more) throws IOException {
            super(true);
            setMinimumWordLength(SHORTEST_PART);
            for (String line : more) {
                int parts = line.indexOf('=');
                if (parts < 0) {
                    words.add(line);
                } else {
                    addException(
                            line.substring(0, parts).strip(),
                            List.of(line.substring(parts + 1).strip().split(" ")));
                }
            }
        }
    }

    private static List<String> read() throws IOException {
        try (var in = GermanWords.class.getResourceAsStream(WORDS);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    /**
     * The parts of a compound.
     *
     * @param word in lower case
     * @return two parts or more, none if the word is not a compound
     */
    public List<String> parts(String word) {
        if (word.length() < SHORTEST_COMPOUND || word.length() > LONGEST_COMPOUND) {
            return List.of();
        }
        var parts = known.get(word);
        if (parts == null) {
            parts = split(word);
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(word, parts);
        }
        return parts;
    }

    private List<String> split(String word) {
        var parts = splitOnce(word);
        if (parts.isEmpty()) {
            String withUmlauts = word.replace("ae", "ä").replace("oe", "ö").replace("ue", "ü");
            parts = withUmlauts.equals(word) ? parts : splitOnce(withUmlauts);
        }
        return parts;
    }

    private synchronized List<String> splitOnce(String word) {
        var parts = splitter.splitWord(word);
        return parts.size() < 2 ? List.of() : List.copyOf(parts);
    }
}
