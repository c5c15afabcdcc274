package de.einsnull.sensors.admin.command;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CommandType;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver of a Stadtwerk names its commands in the languages of the portal, without anybody changing the portal. */
class DriverTextsTest {

    @Test
    void commandsAreCalledAsTheirDriverSays(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("OSGI-INF/l10n"));
        Files.writeString(
                folder.resolve("OSGI-INF/l10n/messages.properties"),
                "command.open=Öffnen\ncommand.open.minutes=Minuten\ncommand.open.minutes.hint=Bis 120\n");
        var texts = Optional.of(new BundleTexts(file -> url(folder.resolve(file))));

        var view = CommandView.of(
                new CommandType("open", "Opens", Map.of("minutes", ValueType.NUMBER)), texts, Language.DE);

        assertThat(view.title()).isEqualTo("Öffnen");
        assertThat(view.language()).isEmpty();
        assertThat(view.fields())
                .containsExactly(new CommandView.Field("open.minutes", "NUMBER", "Minuten", "Bis 120"));
        assertThat(CommandView.title("shut", texts, Language.DE)).isEqualTo("shut");
        assertThat(new DriverTexts().of("none")).isEmpty();
    }

    private static URL url(Path file) {
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
