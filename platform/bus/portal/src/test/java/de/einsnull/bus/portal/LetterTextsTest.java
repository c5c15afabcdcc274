package de.einsnull.bus.portal;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A missing text would show German to somebody who does not read it, or break the page. */
class LetterTextsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("(?:\\bt|attr)\\('([a-zA-Z.]+[a-zA-Z])'[,)]");

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
    void everyLanguageHasEveryTextWithItsArguments(Language language) throws IOException {
        var german = texts(Language.DE);
        var own = texts(language);
        assertThat(new TreeSet<>(own.stringPropertyNames())).isEqualTo(new TreeSet<>(german.stringPropertyNames()));
        for (var key : german.stringPropertyNames()) {
            assertThat(own.getProperty(key)).as(key).isNotBlank();
            assertThat(own.getProperty(key).contains("{0"))
                    .as(key)
                    .isEqualTo(german.getProperty(key).contains("{0"));
        }
    }

    @Test
    void theTemplatesUseOnlyTextsThatAreThere() throws IOException {
        var german = texts(Language.DE);
        try (var templates = Files.list(RESOURCES.resolve("templates"))) {
            for (Path template : templates.toList()) {
                var used = USED.matcher(Files.readString(template));
                while (used.find()) {
                    if (!used.group(1).startsWith("kit.")) {
                        assertThat(german).as(template.toString()).containsKey(used.group(1));
                    }
                }
            }
        }
    }

    @Test
    void everyNoticeAndDeedHasItsText() throws IOException {
        var german = texts(Language.DE);
        for (var notice : Notice.values()) {
            String word = notice.query(1).replaceAll("meldung=(\\w+)&.*", "$1");
            assertThat(german).containsKey("letters.notice." + word);
        }
        for (String deed : List.of("zustellen", "loeschen")) {
            assertThat(german).containsKeys("letter." + deed + ".title", "letter." + deed + ".lead");
        }
    }
}
