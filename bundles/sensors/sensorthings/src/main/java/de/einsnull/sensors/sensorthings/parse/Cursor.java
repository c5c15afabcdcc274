package de.einsnull.sensors.sensorthings.parse;

import de.einsnull.sensors.sensorthings.parse.QueryException.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a text that is being read, with the limits that reading keeps to. */
final class Cursor {

    /** What {@link #peek} gives behind the end. */
    static final char END = '\0';

    private static final int SHOWN = 20;

    private final String option;
    private final String text;
    private final Limits limits;
    private int at;
    private int depth;
    private int nodes;
    private int expands;

    Cursor(String option, String text, Limits limits) {
        this.option = option;
        this.text = text;
        this.limits = limits;
        if (text.length() > limits.length()) {
            throw tooLarge(
                    limits.length(),
                    "höchstens " + limits.length() + " Zeichen",
                    limits.length() + " characters at most");
        }
    }

    Limits limits() {
        return limits;
    }

    int at() {
        return at;
    }

    char peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    boolean startsWith(String wanted) {
        return text.startsWith(wanted, at);
    }

    /** The next character that is no space. */
    char next() {
        skipSpace();
        return peek();
    }

    boolean atEnd() {
        skipSpace();
        return at >= text.length();
    }

    void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Takes a character, with spaces before it, if it is there. */
    boolean eat(char wanted) {
        if (next() != wanted || at >= text.length()) {
            return false;
        }
        at++;
        return true;
    }

    void need(char wanted) {
        if (!eat(wanted)) {
            throw expected("„" + wanted + "“", "'" + wanted + "'");
        }
    }

    /** Takes a word, with spaces before it, if it stands there as a whole. */
    boolean eatWord(String word) {
        skipSpace();
        int end = at + word.length();
        if (!text.startsWith(word, at) || (end < text.length() && isNamePart(text.charAt(end)))) {
            return false;
        }
        at = end;
        return true;
    }

    /** Takes what a pattern matches from here. */
    Optional<Matcher> eat(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    /** Takes a text in single quotes, in which two of them are one; empty if it does not end. */
    Optional<String> quoted() {
        int end = at;
        do {
            end = text.indexOf('\'', end + 1);
            if (end < 0) {
                return Optional.empty();
            }
            end++;
        } while (end < text.length() && text.charAt(end) == '\'');
        var inside = text.substring(at + 1, end - 1).replace("''", "'");
        at = end;
        return Optional.of(inside);
    }

    /** Goes back to where reading was before. */
    void back(int position) {
        at = position;
    }

    void enter() {
        if (++depth > limits.depth()) {
            throw tooLarge(at, "höchstens " + limits.depth() + " Ebenen", limits.depth() + " levels at most");
        }
    }

    void leave() {
        depth--;
    }

    void countNode() {
        if (++nodes > limits.nodes()) {
            throw tooLarge(at, "höchstens " + limits.nodes() + " Teile", limits.nodes() + " parts at most");
        }
    }

    void countExpand() {
        if (++expands > limits.expands()) {
            throw tooLarge(
                    at, "höchstens " + limits.expands() + " Erweiterungen", limits.expands() + " expands at most");
        }
    }

    QueryException expected(String german, String english) {
        return expected(at, german, english);
    }

    QueryException expected(int position, String german, String english) {
        return new QueryException(
                Kind.SYNTAX,
                option,
                position,
                "erwartet wird " + german + ", dort steht " + found(position, "nichts mehr", "„", "“"),
                "expected " + english + ", found " + found(position, "the end", "'", "'"));
    }

    private String found(int position, String end, String open, String close) {
        if (position >= text.length()) {
            return end;
        }
        int to = Math.min(text.length(), position + SHOWN);
        return open + text.substring(position, to) + (to < text.length() ? "..." : "") + close;
    }

    private QueryException tooLarge(int position, String german, String english) {
        return new QueryException(
                Kind.TOO_LARGE,
                option,
                position,
                "die Abfrage ist zu groß: " + german,
                "the query is too large: " + english);
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
