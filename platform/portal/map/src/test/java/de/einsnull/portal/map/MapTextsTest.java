package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A missing text would show German to somebody who does not read it. */
class MapTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("(?:\\bt|attr)\\(\"([a-zA-Z.]+[a-zA-Z])\"");

    private static Properties texts(Language language) throws IOException {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        var texts = new Properties();
        try (Reader in =
                Files.newBufferedReader(RESOURCES.resolve("OSGI-INF/l10n/messages" + suffix + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(Language language) throws IOException {
        assertThat(new TreeSet<>(texts(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(texts(Language.DE).stringPropertyNames()));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasTheSameArguments(Language language) throws IOException {
        var german = texts(Language.DE);
        var own = texts(language);
        for (var key : german.stringPropertyNames()) {
            for (String argument : new String[] {"{0", "{1"}) {
                assertThat(own.getProperty(key).contains(argument))
                        .as(key + " " + argument)
                        .isEqualTo(german.getProperty(key).contains(argument));
            }
        }
    }

    @Test
    void theTemplatesUseOnlyTextsThatAreThere() throws IOException {
        var german = texts(Language.DE);
        for (String template : new String[] {"map", "items", "table"}) {
            var used = USED.matcher(Files.readString(RESOURCES.resolve("templates/" + template + ".peb")));
            while (used.find()) {
                assertThat(german).as(template).containsKey(used.group(1));
            }
        }
        for (var state : State.values()) {
            assertThat(german).containsKey("map.state." + state);
        }
    }

    @Test
    void aLayerIsNamedByTheTextsOfItsBundle() {
        var titles = LayerTitles.read("map.title", file -> MapTextsTest.class.getResource("/" + file));

        assertThat(titles)
                .containsEntry(Language.DE, "Stadtkarte")
                .containsEntry(Language.EN, "City map")
                .containsEntry(Language.DE_SIMPLE, "Stadt-Karte");
    }

    @Test
    void aLayerWithoutTextsIsNamedByItsKey() {
        assertThat(LayerTitles.read("layer.x", file -> null)).containsOnly(java.util.Map.entry(Language.DE, "layer.x"));
    }
}
