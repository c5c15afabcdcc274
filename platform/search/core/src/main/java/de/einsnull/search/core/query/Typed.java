package de.einsnull.search.core.query;

import de.einsnull.search.core.query.Clause.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people type: words, "a phrase", -without, field:value and field:"a value". Everything else is words, so that
 * nothing is an error.
 */
final class Typed {

    private static final int MOST_CLAUSES = 40;

    /** An optional minus at the beginning of a word, an optional field, then a phrase (that may lack its end) or a word. */
    private static final Pattern CLAUSE = Pattern.compile(
            "((?<=^|\\s)-|)(?:([\\p{L}][\\p{L}\\p{N}-]{0,39}):(?=[^\\s/]))?(?:[\"„“”]([^\"„“”]*)[\"„“”]?|(\\S+))");

    private Typed() {}

    static List<Clause> read(String text) {
        var clauses = new ArrayList<Clause>();
        var found = CLAUSE.matcher(text);
        while (clauses.size() < MOST_CLAUSES && found.find()) {
            clauses.add(clause(found));
        }
        return clauses;
    }

    private static Clause clause(Matcher found) {
        boolean excluded = !found.group(1).isEmpty();
        boolean quoted = found.group(3) != null;
        String value = quoted ? found.group(3) : found.group(4);
        if (found.group(2) != null) {
            return new Clause(Kind.FIELD, found.group(2).toLowerCase(Locale.ROOT), value, excluded);
        }
        return new Clause(quoted ? Kind.PHRASE : Kind.WORDS, "", value, excluded);
    }
}
