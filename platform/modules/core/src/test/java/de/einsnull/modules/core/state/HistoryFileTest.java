package de.einsnull.modules.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who did what when must be known after a restart, and after a crash. */
class HistoryFileTest {

    @TempDir
    private Path folder;

    @Test
    void entriesSurviveARestartTheNewestFirst() throws IOException {
        var history = new HistoryFile(folder);
        history.add(entry("parks", "1.0.0"));
        history.add(entry("lakes", "1.0.0"));
        history.add(entry("parks", "1.1.0"));
        var again = new HistoryFile(folder);
        assertThat(again.newest(Optional.empty(), 10)).hasSize(3).first().isEqualTo(entry("parks", "1.1.0"));
        assertThat(again.newest(Optional.of("parks"), 10)).hasSize(2);
        assertThat(again.newest(Optional.empty(), 1)).hasSize(1);
    }

    /** A power cut in the middle of a line must cost that line only. */
    @Test
    void aLineThatWasCutOffSpoilsOnlyItself() throws IOException {
        new HistoryFile(folder).add(entry("parks", "1.0.0"));
        Files.writeString(folder.resolve("history.jsonl"), "\n{\"at\":\"2026-", StandardOpenOption.APPEND);
        new HistoryFile(folder).add(entry("parks", "1.1.0"));
        assertThat(new HistoryFile(folder).newest(Optional.empty(), 10))
                .extracting(HistoryEntry::toVersion)
                .containsExactly("1.1.0", "1.0.0");
    }

    /** Damage to the history must not keep the modules of the city from starting. */
    @Test
    void aDamagedByteSpoilsOnlyItsLine() throws IOException {
        new HistoryFile(folder).add(entry("parks", "1.0.0"));
        Path file = folder.resolve("history.jsonl");
        Files.write(file, new byte[] {'\n', '{', (byte) 0xC3, '(', '}'}, StandardOpenOption.APPEND);
        new HistoryFile(folder).add(entry("parks", "1.1.0"));
        assertThat(new HistoryFile(folder).newest(Optional.empty(), 10))
                .extracting(HistoryEntry::toVersion)
                .containsExactly("1.1.0", "1.0.0");
    }

    /** When the disk is full, what was done is at least known until the restart. */
    @Test
    void whatCannotBeWrittenIsRemembered() throws IOException {
        var history = new HistoryFile(folder);
        Files.createDirectory(folder.resolve("history.jsonl"));
        assertThatThrownBy(() -> history.add(entry("parks", "1.0.0"))).isInstanceOf(IOException.class);
        assertThat(history.newest(Optional.empty(), 10)).hasSize(1);
    }

    /** What happened before an update of the platform must stay readable after it. */
    @Test
    void entriesOfOlderAndNewerPlatformsAreRead() throws IOException {
        Files.writeString(
                folder.resolve("history.jsonl"),
                """
                {"at":"2026-11-20T10:00:00Z","actor":"admin","action":"UPDATE","module":"parks","fromVersion":"1",\
                "toVersion":"2","outcome":"ROLLED_BACK","reason":"Version 2 wurde nicht gesund."}
                {"at":"2026-11-20T11:00:00Z","actor":"admin","action":"STOP","module":"parks","fromVersion":"1",\
                "toVersion":"1","outcome":"SUCCEEDED","reason":"","tomorrow":true}
                """);
        var read = new HistoryFile(folder).newest(Optional.empty(), 10);
        assertThat(read).hasSize(2);
        assertThat(read.get(1).reason()).isEqualTo("Version 2 wurde nicht gesund.");
        assertThat(read.get(1).sentence()).isEqualTo(Sentence.NONE);
    }

    /** Why something was rolled back is read in the reader's language, also after a restart. */
    @Test
    void theSentenceIsKept() throws IOException {
        var why =
                Sentence.of("core", "finding.not-healthy", "2.0.0").and(List.of(Sentence.of("parks", "check.low", 12)));
        new HistoryFile(folder)
                .add(new HistoryEntry(
                        Instant.EPOCH, "admin", Action.UPDATE, "parks", "1", "2", Outcome.ROLLED_BACK, "weil", why));
        assertThat(new HistoryFile(folder).newest(Optional.empty(), 1))
                .extracting(HistoryEntry::sentence)
                .containsExactly(why);
    }

    private static HistoryEntry entry(String module, String version) {
        return new HistoryEntry(
                Instant.parse("2026-11-24T10:00:00Z"),
                "admin",
                Action.INSTALL,
                module,
                "",
                version,
                Outcome.SUCCEEDED,
                "",
                Sentence.NONE);
    }
}
