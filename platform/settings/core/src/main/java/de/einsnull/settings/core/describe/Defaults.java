package de.einsnull.settings.core.describe;

import java.util.ArrayList;
import java.util.List;

/** Reads the default of a setting: values separated by commas; a backslash makes the next character an ordinary one. */
final class Defaults {

    private Defaults() {}

    static List<String> split(String text, boolean list) {
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                value.append(text.charAt(++i));
            } else if (c == ',' && list) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString().strip());
        values.removeIf(String::isEmpty);
        return values;
    }
}
