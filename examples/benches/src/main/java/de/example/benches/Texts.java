package de.example.benches;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of this module, for code that answers in words. Templates use {@code t('key')} instead. */
final class Texts {

    /** German where a language has no text, whatever the language of the server is. */
    private static final Control GERMAN_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    String in(Locale language, String key) {
        return ResourceBundle.getBundle(
                        "OSGI-INF.l10n.messages", language, Texts.class.getClassLoader(), GERMAN_OTHERWISE)
                .getString(key);
    }
}
