package de.einsnull.sensors.codec.js;

import java.util.regex.Pattern;

/** Finds the sentence of the script in what the engine says about it. */
final class Mistakes {

    private static final Pattern ERROR = Pattern.compile("\\b(\\w*Error: [^\\n\\\\]{1,200})");

    private Mistakes() {}

    static String first(String console, Throwable thrown) {
        var text = console + "\n" + thrown;
        var error = ERROR.matcher(text);
        return error.find() ? error.group(1).strip() : thrown.getClass().getSimpleName();
    }
}
