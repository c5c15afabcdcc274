package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarantine outlives the process, whatever the disk and the module's name look like. */
class LedgerTest {

    @TempDir
    Path folder;

    private Ledger ledger() {
        return new Ledger(folder.resolve("guard"));
    }

    private static Quarantine quarantine(String name, String cause) {
        var plain = new Quarantine(
                7,
                name,
                "1.2.3",
                Instant.parse("2026-11-24T12:00:00Z"),
                Kind.TIMED_OUT,
                20,
                "page /parken",
                cause,
                true,
                "",
                "",
                Sentence.NONE);
        return Words.describe(plain, Duration.ofMinutes(10));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        ledger().write(quarantine("de.example", "java.lang.IllegalStateException: Straße = zu \\ lang: #1"));

        assertThat(ledger().read()).singleElement().satisfies(one -> {
            assertThat(one.symbolicName()).isEqualTo("de.example");
            assertThat(one.version()).isEqualTo("1.2.3");
            assertThat(one.since()).isEqualTo("2026-11-24T12:00:00Z");
            assertThat(one.kind()).isEqualTo(Kind.TIMED_OUT);
            assertThat(one.strikes()).isEqualTo(20);
            assertThat(one.where()).isEqualTo("page /parken");
            assertThat(one.cause()).isEqualTo("java.lang.IllegalStateException: Straße = zu \\ lang: #1");
        });
    }

    /** City IT that looks into the folder must understand what it finds. */
    @Test
    void theFileSaysInWordsWhatHappened() throws IOException {
        ledger().write(quarantine("de.example", ""));
        assertThat(folder.resolve("guard/de.example-1.2.3.properties"))
                .content()
                .contains("It took too long 20 times in 10 minutes");
    }

    @Test
    void aNameThatIsNoFileNameLeadsNowhereElse() throws IOException {
        ledger().write(quarantine("../../etc/passwd", ""));
        assertThat(folder).isDirectoryNotContaining("glob:**passwd*");
        assertThat(ledger().read()).singleElement().satisfies(one -> assertThat(one.symbolicName())
                .isEqualTo("../../etc/passwd"));
    }

    @Test
    void whatIsReleasedIsGone() {
        var one = quarantine("de.example", "");
        ledger().write(one);
        ledger().delete(one);
        ledger().delete(one);
        assertThat(ledger().read()).isEmpty();
        assertThat(folder.resolve("guard")).isEmptyDirectory();
    }

    /** A crash in the middle of writing must not free all other modules. */
    @Test
    void aFileThatCannotBeReadCostsItsOwnEntryOnly() throws IOException {
        ledger().write(quarantine("de.example", ""));
        Files.writeString(folder.resolve("guard/half.properties"), "bundle=7\nname=half\n");
        Files.writeString(folder.resolve("guard/odd.properties"), "bundle=\\u00zz");
        Files.writeString(folder.resolve("guard/new.properties.part"), "bundle=");
        assertThat(ledger().read()).extracting(Quarantine::symbolicName).containsExactly("de.example");
    }

    @Test
    void withoutAFolderThereIsNothing() {
        assertThat(ledger().read()).isEmpty();
    }

    /** The framework's own memory of what is stopped then has to do. */
    @Test
    void aFolderThatCannotBeWrittenStopsNobody() throws IOException {
        Files.writeString(folder.resolve("guard"), "a file in its place");
        ledger().write(quarantine("de.example", ""));
        assertThat(ledger().read()).isEmpty();
        assertThat(folder.resolve("guard")).hasContent("a file in its place");
    }
}
