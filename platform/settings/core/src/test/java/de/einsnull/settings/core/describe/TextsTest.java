package de.einsnull.settings.core.describe;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.settings.api.Label;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Every reader gets a text, in his language if there is one, and is told if it is another. */
class TextsTest {

    private static Properties texts(String... keysAndValues) {
        var properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    private final Texts texts = Texts.of(Map.of(
            "", texts("port", "Anschluss", "only", "Nur deutsch"),
            "en", texts("port", "Port"),
            "tr", texts("port", "Bağlantı noktası")));

    @Test
    void aKeyIsLookedUpAndAnythingElseIsTheTextItself() {
        assertThat(texts.label("%port", Locale.ENGLISH)).isEqualTo(new Label("Port", ""));
        assertThat(texts.label("Port of the gate", Locale.ENGLISH).text()).isEqualTo("Port of the gate");
    }

    @Test
    void aTextThatIsNotTranslatedIsShownInGermanAndMarkedSo() {
        assertThat(texts.label("%only", Locale.forLanguageTag("tr"))).isEqualTo(new Label("Nur deutsch", "de"));
        assertThat(texts.label("%port", Locale.forLanguageTag("ar"))).isEqualTo(new Label("Anschluss", "de"));
        assertThat(texts.label("%only", Locale.GERMAN)).isEqualTo(new Label("Nur deutsch", ""));
    }

    /** A vendor who forgot a text must not cost city IT the whole form. */
    @Test
    void aKeyThatNobodyTranslatedIsBetterThanNothing() {
        assertThat(texts.label("%missing", Locale.ENGLISH).text()).contains("missing");
        assertThat(Texts.of(Map.of()).label("%missing", Locale.GERMAN).text()).contains("missing");
    }
}
