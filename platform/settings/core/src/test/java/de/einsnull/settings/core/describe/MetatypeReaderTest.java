package de.einsnull.settings.core.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.settings.api.Label;
import de.einsnull.settings.api.Setting;
import de.einsnull.settings.api.Setting.Type;
import de.einsnull.settings.api.SettingsForm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Without these, a form would ask for the wrong thing, or in a language that nobody chose. */
class MetatypeReaderTest {

    private static final String XML =
            """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.4.0"
                xmlns:en="https://einsnull.de/xmlns/settings/v1.0.0" localization="OSGI-INF/l10n/gate">
              <OCD id="Gate" name="%gate" description="">
                <AD id="port" type="Integer" name="%port" description="%port.help" default="1883" min="1" max="65535" en:unit="TCP"/>
                <AD id="key" type="Password" name="Key" required="false"/>
                <AD id="hosts" type="String" cardinality="2147483647" default="a\\,b, c"/>
                <AD id="mode" type="String" name="Mode"><Option label="%on" value="on"/><Option label="Off" value="off"/></AD>
                <AD id="place" type="String" name="Place" default="8.1,51.8" en:geoPoint="true" en:dependsOn="mode=on | auto"/>
              </OCD>
              <Designate factoryPid="de.example.gate"><Object ocdref="Gate"/></Designate>
            </metatype:MetaData>
            """;

    private static SettingsForm form(String language) throws IOException {
        var descriptions = MetatypeReader.read(new ByteArrayInputStream(XML.getBytes(StandardCharsets.UTF_8)));
        var texts = Texts.of(Map.of(
                "", texts("gate", "Tor", "port.help", "Die Tür.", "on", "an"),
                "en", texts("gate", "Gate", "on", "on")));
        return new Translation(descriptions.get(0), texts, "de.example", "Example").in(Locale.forLanguageTag(language));
    }

    private static Properties texts(String... keysAndValues) {
        var properties = new Properties();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            properties.setProperty(keysAndValues[i], keysAndValues[i + 1]);
        }
        return properties;
    }

    @Test
    void knowsTypesBoundsDefaultsAndHints() throws IOException {
        var form = form("de");
        assertThat(form.pid()).isEqualTo("de.example.gate");
        assertThat(form.factory()).isTrue();
        var port = form.setting("port").orElseThrow();
        assertThat(port.type()).isEqualTo(Type.INTEGER);
        assertThat(port.max().orElseThrow()).hasToString("65535");
        assertThat(port.unit().text()).isEqualTo("TCP");
        assertThat(port.required()).isFalse();
        assertThat(form.setting("key").orElseThrow().secret()).isTrue();
        assertThat(form.setting("hosts").orElseThrow().defaults()).containsExactly("a,b", "c");
        assertThat(form.setting("mode").orElseThrow().required()).isTrue();
        assertThat(form.setting("mode").orElseThrow().choices())
                .extracting(choice -> choice.label().text())
                .containsExactly("an", "Off");
    }

    @Test
    void aPlaceIsOneValueThatCountsUnderAConditionOnly() throws IOException {
        Setting place = form("de").setting("place").orElseThrow();
        assertThat(place.geoPoint()).isTrue();
        assertThat(place.defaults()).containsExactly("8.1,51.8");
        assertThat(place.dependsOn()).contains(new Setting.Condition("mode", List.of("on", "auto")));
    }

    @Test
    void textsComeInTheLanguageAskedForOrInGermanThatSaysSo() throws IOException {
        assertThat(form("en").name()).isEqualTo(new Label("Gate", ""));
        assertThat(form("de-simple").name()).isEqualTo(new Label("Tor", ""));
        assertThat(form("uk").name()).isEqualTo(new Label("Tor", "de"));
        assertThat(form("en").setting("port").orElseThrow().help()).isEqualTo(new Label("Die Tür.", "de"));
        assertThat(form("de").setting("port").orElseThrow().label()).isEqualTo(new Label("port", ""));
    }

    @Test
    void aBaseFileBesideAGermanOneIsEnglish() {
        var texts = Texts.of(Map.of("", texts("a", "bus"), "de", texts("a", "Bus")));
        assertThat(texts.label("%a", Locale.ENGLISH)).isEqualTo(new Label("bus", ""));
        assertThat(texts.label("%a", Locale.forLanguageTag("tr"))).isEqualTo(new Label("Bus", "de"));
    }

    @Test
    void aBrokenDocumentIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> MetatypeReader.read(new ByteArrayInputStream("<x".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }
}
