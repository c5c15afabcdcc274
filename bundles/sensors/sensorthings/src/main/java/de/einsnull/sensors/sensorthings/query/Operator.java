package de.einsnull.sensors.sensorthings.query;

/**
 * Operators, with the types of operands that occur.
 *
 * <p>Times are compared as sets of points, [start, end) for an interval: {@code a lt b} if every point of a lies before
 * every point of b, that is end(a) &le; start(b) where a is an interval and start(a) &lt; start(b) where it is an instant;
 * {@code gt} is {@code lt} turned round; {@code a le b} if start(a) &le; start(b) and end(a) &le; end(b), the end of an
 * instant being itself; {@code ge} is {@code le} turned round; {@code eq} if both ends are equal and both are intervals or
 * both instants; {@code ne} is its opposite.
 *
 * <p>{@link ValueType#ANY} compares with a NUMBER if it holds a JSON number (else null); with a BOOLEAN if it holds a JSON
 * boolean (else null); with a TEXT by the text of its scalar ({@code 5} is {@code '5'}, {@code true} is {@code 'true'}, an
 * object or array is null); with a time if it holds a text in ISO 8601 (else null); two ANY compare as numbers if both are
 * numbers, else as texts. Where a BOOLEAN is needed, an ANY that is no JSON boolean is null, where a NUMBER is needed, one
 * that is no number. Texts compare by code points, with upper and lower case apart. Numbers are calculated in double
 * precision; two that were not calculated compare exactly.
 */
public enum Operator {
    /** Two BOOLEAN or ANY. */
    OR("or"),
    /** Two BOOLEAN or ANY. */
    AND("and"),
    /** One BOOLEAN or ANY; binds less tightly than a comparison. */
    NOT("not"),
    /** Two comparable values, or any and NULL. */
    EQ("eq"),
    /** Two comparable values, or any and NULL. */
    NE("ne"),
    /** Two comparable values. */
    GT("gt"),
    /** Two comparable values. */
    GE("ge"),
    /** Two comparable values. */
    LT("lt"),
    /** Two comparable values. */
    LE("le"),
    /** Numbers; time and DURATION (both ends move); DURATION and time; two DURATION. */
    ADD("add"),
    /** Numbers; time minus DURATION; time minus time (a DURATION, null if one is an interval); two DURATION. */
    SUB("sub"),
    /** Numbers; DURATION and number, either way. */
    MUL("mul"),
    /** Numbers, not rounded also for whole ones, null when divided by 0; DURATION by number. */
    DIV("div"),
    /** Numbers; has the sign of the first, null for 0. */
    MOD("mod"),
    /** One number. */
    NEGATE("-");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /**
     * How it is written.
     *
     * @return for example {@code eq}
     */
    public String symbol() {
        return symbol;
    }

    /**
     * Whether it compares.
     *
     * @return true for EQ, NE, GT, GE, LT and LE
     */
    public boolean comparison() {
        return compareTo(EQ) >= 0 && compareTo(LE) <= 0;
    }
}
