package de.einsnull.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was written down long ago must be read in the language of who reads it now. */
class SentencesTest {

    @TempDir
    private Path bundle;

    private final Sentences sentences = new Sentences(
            owner -> owner.equals("parks") ? Optional.of(new BundleTexts(this::entry)) : Optional.empty());

    @BeforeEach
    void words() throws IOException {
        Files.createDirectories(bundle.resolve("OSGI-INF/l10n"));
        text("messages", "stopped={0} wurde angehalten.\nadvice=Starten Sie es neu.\n");
        text("messages_tr", "stopped={0} durduruldu.\nadvice=Yeniden başlatın.\n");
        text("messages_ar", "stopped=تم إيقاف {0}.\n");
    }

    private void text(String name, String content) throws IOException {
        Files.writeString(bundle.resolve("OSGI-INF/l10n/" + name + ".properties"), content);
    }

    private URL entry(String name) {
        Path file = bundle.resolve(name);
        try {
            return Files.exists(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theReaderDecidesTheLanguage() {
        var sentence = Sentence.of("parks", "stopped", "Bees").and(List.of(Sentence.of("parks", "advice")));
        assertThat(sentences.in(Language.DE, sentence)).hasValue("Bees wurde angehalten. Starten Sie es neu.");
        assertThat(sentences.in(Language.TR, sentence)).hasValue("Bees durduruldu. Yeniden başlatın.");
    }

    /** Without isolation "de.example 1.2.3" falls apart in Arabic. */
    @Test
    void namesKeepTogetherFromRightToLeft() {
        assertThat(sentences.in(Language.AR, Sentence.of("parks", "stopped", "de.example 1.2")))
                .hasValue("تم إيقاف \u2068de.example 1.2\u2069.");
    }

    /** Half a sentence misleads: then the whole of it is shown as it was written down. */
    @Test
    void whatCannotBeSaidWhollyIsNotSaid() {
        var half = Sentence.of("parks", "stopped", "Bees").and(List.of(Sentence.of("removed", "advice")));
        assertThat(sentences.in(Language.DE, half)).isEmpty();
        assertThat(sentences.in(Language.DE, Sentence.of("parks", "unknown"))).isEmpty();
        assertThat(sentences.in(Language.DE, Sentence.NONE)).isEmpty();
    }
}
