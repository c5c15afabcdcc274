package de.einsnull.sensors.core.store;

import de.einsnull.sensors.api.Value;

/**
 * Results of observations as two columns: a number in {@code num}; anything else in {@code txt}, a text after a quotation
 * mark that is not closed, other values as JSON.
 */
public final class Results {

    /** Before a text in the column {@code txt}; JSON begins with it only if it is a text. */
    public static final String TEXT = "\"";

    private static final String TRUE = "true";
    private static final String FALSE = "false";

    private Results() {}

    /** The column {@code num}, null if the value is no number. */
    static Double number(Value value) {
        return value instanceof Value.Quantity q ? q.number() : null;
    }

    /** The column {@code txt}, null if the value is a number. */
    static String text(Value value) {
        if (value instanceof Value.Flag f) {
            return f.on() ? TRUE : FALSE;
        }
        return value instanceof Value.Text t ? TEXT + t.text() : null;
    }

    /** The value of the columns; JSON that is neither true nor false is shown as text. */
    public static Value value(Double num, String txt) {
        if (num != null) {
            return Value.of(num);
        }
        if (txt == null) {
            return Value.of("");
        }
        if (txt.startsWith(TEXT)) {
            return Value.of(txt.substring(1));
        }
        return txt.equals(TRUE) || txt.equals(FALSE) ? Value.of(txt.equals(TRUE)) : Value.of(txt);
    }
}
