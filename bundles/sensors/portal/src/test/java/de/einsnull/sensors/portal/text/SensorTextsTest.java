package de.einsnull.sensors.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.portal.Fixtures;
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
class SensorTextsTest {

    private static final Pattern USED = Pattern.compile("(?:\\bt|attr)\\([\"']([a-zA-Z.]+[a-zA-Z])[\"']");

    private static Properties texts(Language language) throws IOException {
        String suffix = language == Language.DE ? "" : "_" + language.locale();
        var texts = new Properties();
        try (Reader in = Files.newBufferedReader(
                Fixtures.RESOURCES.resolve("OSGI-INF/l10n/messages" + suffix + ".properties"))) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryText(Language language) throws IOException {
        assertThat(new TreeSet<>(texts(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(texts(Language.DE).stringPropertyNames()));
        assertThat(texts(language).values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @EnumSource
    void everyTextHasTheSameArguments(Language language) throws IOException {
        var german = texts(Language.DE);
        var own = texts(language);
        for (var key : german.stringPropertyNames()) {
            for (String argument : new String[] {"{0", "{1"}) {
                assertThat(own.getProperty(key).contains(argument))
                        .as(language + " " + key + " " + argument)
                        .isEqualTo(german.getProperty(key).contains(argument));
            }
        }
    }

    @Test
    void theTemplatesUseOnlyTextsThatAreThere() throws IOException {
        var german = texts(Language.DE);
        try (var templates = Files.list(Fixtures.RESOURCES.resolve("templates"))) {
            for (Path template : templates.toList()) {
                var used = USED.matcher(Files.readString(template));
                while (used.find()) {
                    if (!used.group(1).endsWith(".period")) {
                        assertThat(german).as(template.toString()).containsKey(used.group(1));
                    }
                }
            }
        }
    }

    @Test
    void everyWellKnownChannelHasAName() throws IllegalAccessException {
        for (var field : Channels.class.getFields()) {
            String id = (String) field.get(null);
            assertThat(Fixtures.words().has("sensors.channel." + id)).as(id).isTrue();
        }
    }

    @Test
    void aChannelThatNobodyHasNamedShowsItsId() {
        assertThat(Fixtures.words().channel(Language.EN, Channel.number("hive_weight", "kg", "urn:x")))
                .isEqualTo("hive weight");
    }
}
