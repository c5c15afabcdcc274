package de.einsnull.health.api;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence in no language yet. Its words stand in the catalogue of the bundle that says it
 * ({@code OSGI-INF/l10n/messages*.properties}) and are looked up when somebody reads it, so that what was written down long
 * ago is read in any language. Immutable.
 *
 * @param owner symbolic name of the bundle with the words
 * @param key key of the text there
 * @param arguments what stands for {@code {0}}, {@code {1}} ..., in no language: names, numbers, messages of exceptions
 * @param then sentences that follow it
 */
public record Sentence(String owner, String key, List<String> arguments, List<Sentence> then) {

    /** Nothing is said. */
    public static final Sentence NONE = new Sentence("", "", List.of(), List.of());

    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");

    /** Makes the lists unchangeable; what an older version wrote down may lack them. */
    public Sentence {
        arguments = arguments == null ? List.of() : List.copyOf(arguments);
        then = then == null ? List.of() : List.copyOf(then);
    }

    /**
     * A single sentence.
     *
     * @param owner symbolic name of the bundle with the words
     * @param key key of the text there
     * @param arguments what stands for {@code {0}}, {@code {1}} ...
     * @return the sentence
     */
    public static Sentence of(String owner, String key, Object... arguments) {
        return new Sentence(
                owner, key, Arrays.stream(arguments).map(String::valueOf).toList(), List.of());
    }

    /**
     * This sentence and others after it.
     *
     * @param others what follows; {@link #NONE} among them is passed over
     * @return all of them
     */
    public Sentence and(List<Sentence> others) {
        return new Sentence(
                owner,
                key,
                arguments,
                Stream.concat(then.stream(), others.stream())
                        .filter(one -> !one.saysNothing())
                        .toList());
    }

    /**
     * Whether it is {@link #NONE}.
     *
     * @return true if there is nothing to read
     */
    public boolean saysNothing() {
        return key.isEmpty();
    }

    /**
     * Puts the arguments into the text of the key; what follows is not added.
     *
     * @param text text with places such as {@code {0}}; a place without an argument stays as it is
     * @param written how an argument is written
     * @return the sentence in the language of the text
     */
    public String in(String text, UnaryOperator<String> written) {
        return PLACE.matcher(text).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            String there = index < arguments.size() ? written.apply(arguments.get(index)) : place.group();
            return Matcher.quoteReplacement(there);
        });
    }
}
