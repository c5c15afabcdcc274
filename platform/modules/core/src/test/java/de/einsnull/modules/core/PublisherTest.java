package de.einsnull.modules.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change;
import de.einsnull.modules.api.Change.Action;
import de.einsnull.modules.api.HistoryEntry;
import de.einsnull.modules.api.Operation;
import de.einsnull.modules.api.Operation.Outcome;
import de.einsnull.modules.api.Plan;
import de.einsnull.modules.core.state.HistoryFile;
import de.einsnull.testkit.RecordedAudit;
import de.einsnull.web.api.LiveStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who did what must be on record, and open pages must hear of it, whatever else is down. */
class PublisherTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> sent = new ArrayList<>();
    private final RecordedAudit audit = new RecordedAudit();
    private HistoryFile history;

    @BeforeEach
    void open() throws IOException {
        history = new HistoryFile(folder);
    }

    @Test
    void theEndIsInTheHistoryAndInTheAuditTrail() {
        publisher(Optional.of(audit)).over(entry());
        assertThat(history.newest(Optional.empty(), 10)).containsExactly(entry());
        assertThat(audit.newest(10)).singleElement().satisfies(one -> {
            assertThat(one.actor()).isEqualTo("admin");
            assertThat(one.action()).isEqualTo("module.update");
            assertThat(one.success()).isFalse();
        });
    }

    /** The audit trail needs the database; the history does not. */
    @Test
    void withoutADatabaseTheHistoryIsWritten() {
        publisher(Optional.empty()).over(entry());
        assertThat(history.newest(Optional.empty(), 10)).hasSize(1);
    }

    /** Everybody may listen to the channel. */
    @Test
    void openPagesHearWhatIsDoneButNotByWhom() {
        publisher(Optional.of(audit))
                .progress(operation(), new Operation.Progress(NOW, "Läuft.", "Runs.", Sentence.NONE));
        assertThat(sent).singleElement().satisfies(text -> assertThat(text)
                .startsWith("modules {")
                .contains("\"module\":\"parks\"", "\"english\":\"Runs.\"", "\"outcome\":\"\"")
                .doesNotContain("admin", "\n"));
    }

    private Publisher publisher(Optional<RecordedAudit> trail) {
        LiveStream live = (channel, json) -> sent.add(channel + " " + json);
        return new Publisher(history, folder, () -> trail.map(one -> one), () -> Optional.of(live));
    }

    private static Operation operation() {
        var change = new Change(Action.UPDATE, "id");
        var plan = new Plan(change, "parks", "1.0.0", "1.1.0", List.of(), List.of(), List.of(), List.of(), List.of());
        return new Operation("id", plan, "admin", NOW, List.of(), Optional.empty(), Optional.empty());
    }

    private static HistoryEntry entry() {
        return new HistoryEntry(
                NOW, "admin", Action.UPDATE, "parks", "1.0.0", "1.1.0", Outcome.ROLLED_BACK, "not well", Sentence.NONE);
    }
}
