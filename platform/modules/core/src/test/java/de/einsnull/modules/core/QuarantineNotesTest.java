package de.einsnull.modules.core;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.guard.api.Kind;
import de.einsnull.guard.api.Quarantine;
import de.einsnull.health.api.Sentence;
import de.einsnull.modules.api.Change.Action;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A module that did harm must not start again by itself, whatever happened to the bundle cache. */
class QuarantineNotesTest {

    private static final Sentence FLOODS = Sentence.of("de.einsnull.guard.core", "quarantine.kind.FLOODED", 3, 10);

    @TempDir
    private Path folder;

    @Test
    void aModuleInQuarantineStaysSoAfterARestartUntilItIsStarted() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
            platform.bundle("parks").stop();
            notes(platform).quarantined(quarantine(platform.bundle("parks").getBundleId()));
        }
        try (TestPlatform platform = new TestPlatform(folder)) {
            assertThat(platform.bundle("parks").getState()).isNotEqualTo(Bundle.ACTIVE);
            assertThat(platform.store().state().module("parks").orElseThrow().quarantine())
                    .isEqualTo("flutet den Bus");
            assertThat(platform.store().state().module("parks").orElseThrow().quarantineSentence())
                    .as("what pages say in the reader's language")
                    .isEqualTo(FLOODS);
            platform.apply(Action.START, "parks");
            assertThat(platform.bundle("parks").getState()).isEqualTo(Bundle.ACTIVE);
            assertThat(platform.store().state().module("parks").orElseThrow().quarantine())
                    .isEmpty();
        }
    }

    @Test
    void aReleaseIsNotedAndBundlesOfOthersAreLeftAlone() throws Exception {
        try (TestPlatform platform = new TestPlatform(folder)) {
            platform.apply(Action.INSTALL, TestArchive.bundle("parks", "1.0.0"));
            long id = platform.bundle("parks").getBundleId();
            notes(platform).quarantined(quarantine(id));
            notes(platform).released(quarantine(id), "admin");
            notes(platform).quarantined(quarantine(0));
            notes(platform).quarantined(quarantine(9_999));
            assertThat(platform.store().state().modules()).singleElement().satisfies(module -> assertThat(module.runs())
                    .isTrue());
        }
    }

    private static QuarantineNotes notes(TestPlatform platform) {
        return new QuarantineNotes(platform.context(), platform.store());
    }

    private static Quarantine quarantine(long bundle) {
        return new Quarantine(
                bundle,
                "parks",
                "1.0.0",
                Instant.EPOCH,
                Kind.FLOODED,
                3,
                "",
                "",
                true,
                "flutet den Bus",
                "floods the bus",
                FLOODS);
    }
}
