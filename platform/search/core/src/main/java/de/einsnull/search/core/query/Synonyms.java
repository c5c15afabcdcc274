package de.einsnull.search.core.query;

import de.einsnull.search.core.text.Reading;
import de.einsnull.search.core.text.Tongue;
import de.einsnull.search.core.text.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Other words for what was typed. A rule is a line: {@code OGS, Offene Ganztagsschule} for words that mean the same, or
 * {@code Perso => Personalausweis} for a word that shall also find others. Immutable.
 */
public final class Synonyms {

    /** Most rules; what comes after is left out. */
    public static final int MOST_RULES = 5_000;

    private static final int LONGEST = 5;

    /** No rules. */
    public static final Synonyms NONE = new Synonyms(Map.of());

    private final Map<Tongue, Map<String, List<List<Word>>>> others;

    private Synonyms(Map<Tongue, Map<String, List<List<Word>>>> others) {
        this.others = others;
    }

    /** Reads rules; a line that says nothing is left out. */
    public static Synonyms of(List<String> lines, Reading reading) {
        var all = new EnumMap<Tongue, Map<String, List<List<Word>>>>(Tongue.class);
        var rules = lines.stream().map(Synonyms::rule).limit(MOST_RULES).toList();
        for (var tongue : Tongue.values()) {
            var map = new HashMap<String, List<List<Word>>>();
            rules.forEach(rule -> add(map, rule, text -> content(reading.words(tongue, text))));
            all.put(tongue, map);
        }
        return new Synonyms(all);
    }

    private record Rule(List<String> from, List<String> to) {}

    private static Rule rule(String line) {
        String[] sides = line.replaceFirst("#.*", "").split("=>", 2);
        var from = terms(sides[0]);
        return new Rule(from, sides.length == 1 ? from : terms(sides[1]));
    }

    private static List<String> terms(String side) {
        return Arrays.stream(side.split(","))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private static List<Word> content(List<Word> words) {
        return Sentence.content(words).stream().limit(LONGEST).toList();
    }

    private static void add(
            Map<String, List<List<Word>>> map, Rule rule, java.util.function.Function<String, List<Word>> words) {
        for (String from : rule.from()) {
            String key = key(words.apply(from));
            for (String to : rule.to()) {
                var other = words.apply(to);
                if (!key.isEmpty() && !other.isEmpty() && !key(other).equals(key)) {
                    map.computeIfAbsent(key, any -> new ArrayList<>()).add(other);
                }
            }
        }
    }

    private static String key(List<Word> words) {
        return words.stream().map(Word::stem).collect(Collectors.joining(" "));
    }

    /**
     * Words that belong together.
     *
     * @param length how many, at least one
     * @param others other words for them
     */
    record Group(int length, List<List<Word>> others) {}

    /** The longest group of words from a place on that a rule knows, else the single word. */
    Group at(Tongue tongue, List<Word> words, int from) {
        var rules = others.getOrDefault(tongue, Map.of());
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            var found = rules.get(key(words.subList(from, from + length)));
            if (found != null) {
                return new Group(length, found);
            }
        }
        return new Group(1, List.of());
    }
}
