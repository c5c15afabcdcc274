package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Outcomes;
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

/** A missing text would show German to somebody who does not read it, or break the page. */
class DeviceTextsTest {

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
    void everyStateCauseOutcomeAndNoticeHasItsText() throws IOException, IllegalAccessException {
        var german = texts(Language.DE);
        for (var state : DriverState.values()) {
            assertThat(german).containsKey("drivers.state." + state);
        }
        for (var cause : DriverCause.values()) {
            if (cause != DriverCause.NONE) {
                assertThat(german).containsKeys("drivers.cause." + cause, "drivers.advice." + cause);
            }
        }
        for (var outcome : Outcomes.class.getFields()) {
            assertThat(german).containsKey("outcome." + outcome.get(null));
        }
        for (var kind : Kinds.class.getFields()) {
            assertThat(german).containsKey("kind." + kind.get(null));
        }
        for (var notice : Notice.values()) {
            assertThat(german).containsKey("devices.notice." + notice.query().replace("meldung=", ""));
        }
    }
}
