package de.einsnull.portal.shell.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.portal.api.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static String format(String text, Language language, Object... arguments) {
        return Message.parse(text).format(language, part -> part, String::valueOf, arguments);
    }

    @Test
    void fillsInArgumentsInAnyOrder() {
        assertThat(format("{1} von {0}", Language.DE, 12, 7)).isEqualTo("7 von 12");
    }

    /** Java's own MessageFormat would swallow these apostrophes. */
    @Test
    void keepsApostrophes() {
        assertThat(format("Don't, Ім'я: {0}", Language.EN, "x")).isEqualTo("Don't, Ім'я: x");
    }

    @Test
    void choosesThePluralAndWritesTheNumber() {
        String text = "vor {0,plural,one{# Minute}other{# Minuten}}!";
        assertThat(format(text, Language.DE, 1)).isEqualTo("vor 1 Minute!");
        assertThat(format(text, Language.DE, 5)).isEqualTo("vor 5 Minuten!");
    }

    /** A language with more forms than the text has still says something. */
    @Test
    void fallsBackToOther() {
        assertThat(format("{0,plural,one{один}other{інше}}", Language.UK, 5)).isEqualTo("інше");
    }

    @Test
    void nestsArgumentsInPlurals() {
        assertThat(format("{0,plural,one{# in {1}}other{# alle in {1}}}", Language.DE, 2, "Oelde"))
                .isEqualTo("2 alle in Oelde");
    }

    @Test
    void writesNothingForAMissingArgument() {
        assertThat(format("a{0}b", Language.DE)).isEqualTo("ab");
    }

    /** The text and the arguments are escaped each in their own way; neither escapes twice. */
    @Test
    void escapesTextAndArgumentsApart() {
        String html = Message.parse("a<b {0}")
                .format(Language.DE, part -> part.replace("<", "&lt;"), value -> "[" + value + "]", "<i>");
        assertThat(html).isEqualTo("a&lt;b [<i>]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{0", "{x}", "{0,number}", "{0,plural,one{a}}", "{0,plural,one{a}other{b}"})
    void refusesWhatItCannotRead(String text) {
        assertThatThrownBy(() -> Message.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
