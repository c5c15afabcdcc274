package de.einsnull.modules.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
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

    private static HistoryEntry entry(String module, String version) {
        return new HistoryEntry(
                Instant.parse("2026-11-24T10:00:00Z"),
                "admin",
                Action.INSTALL,
                module,
                "",
                version,
                Outcome.SUCCEEDED,
                "");
    }
}
