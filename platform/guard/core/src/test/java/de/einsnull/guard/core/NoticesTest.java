package de.einsnull.guard.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import de.einsnull.guard.api.GuardListener;
import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import de.einsnull.testkit.FakeMetrics;
import de.einsnull.testkit.RecordedAudit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody who wants to know hears of a quarantine, and nobody who fails keeps it from the others. */
class NoticesTest {

    private static final Quarantine ONE = new Quarantine(
            7,
            "de.example",
            "1.0.0",
            Instant.EPOCH,
            Kind.HUNG_AT_START,
            1,
            "",
            "password=geheim",
            true,
            "deutsch",
            "english",
            Sentence.NONE);

    private final Notices notices = new Notices();
    private final List<String> heard = new ArrayList<>();

    private final class Listener implements GuardListener {
        @Override
        public void quarantined(Quarantine quarantine) {
            heard.add("quarantined " + quarantine.symbolicName());
        }

        @Override
        public void released(Quarantine quarantine, String actor) {
            heard.add("released by " + actor);
        }
    }

    private static final class Broken implements GuardListener {
        @Override
        public void quarantined(Quarantine quarantine) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void released(Quarantine quarantine, String actor) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void aListenerThatThrowsKeepsNothingFromTheOthers() {
        var listener = new Listener();
        notices.addListener(new Broken());
        notices.addListener(listener);
        notices.quarantined(ONE);
        notices.released(ONE, "ada");
        assertThat(heard).containsExactly("quarantined de.example", "released by ada");
        notices.removeListener(listener);
        notices.quarantined(ONE);
        assertThat(heard).hasSize(2);
    }

    /** The channel is open to everybody: a cause may hold what only city IT may read. */
    @Test
    void openPagesHearThatSomethingChangedAndNotWhat() {
        notices.live = (channel, json) -> heard.add(channel + " " + json);
        notices.quarantined(ONE);
        notices.released(ONE, "ada");
        assertThat(heard)
                .containsExactly(
                        "guard {\"bundle\":7,\"change\":\"quarantined\"}",
                        "guard {\"bundle\":7,\"change\":\"released\"}");
    }

    @Test
    void auditAndMetricsNameModuleAndKind() {
        var audit = new RecordedAudit();
        var metrics = new FakeMetrics();
        notices.audit = audit;
        notices.metrics = metrics;
        notices.recorded("ada", "module.released", ONE);
        notices.struck("de.example", Kind.LEAKED_THREADS);
        notices.used("de.example", 1.5);
        assertThat(audit.lines()).containsExactly("ada module.released de.example 1.0.0 hung-at-start true");
        assertThat(metrics.counted("guard.strikes bundle de.example kind leaked-threads"))
                .isEqualTo(1);
        assertThat(metrics.counted("guard.cpu.seconds bundle de.example")).isEqualTo(1.5);
    }

    /** The guard must work while everything else is down. */
    @Test
    void withNobodyThereNothingHappens() {
        assertThatCode(() -> {
                    notices.quarantined(ONE);
                    notices.released(ONE, "ada");
                    notices.recorded("", "module.quarantined", ONE);
                    notices.struck("de.example", Kind.THREW);
                    notices.used("de.example", 1);
                })
                .doesNotThrowAnyException();
    }
}
