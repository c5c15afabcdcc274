package de.einsnull.jobs.core;

import de.einsnull.jobs.core.JobRow.Outcome;
import de.einsnull.testkit.CatalogueCheck;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it. */
class JobTextsTest {

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
        texts.hasWhatTemplatesUse();
        texts.hasWhatCodeUses("check.");
        texts.has("jobs.title", "jobs.outcome.running");
        texts.has(Arrays.stream(Notice.values()).map(Notice::key).toList());
        texts.has(Arrays.stream(Outcome.values())
                .map(outcome -> "jobs.outcome."
                        + outcome.name().toLowerCase(Locale.ROOT).replace("_", ""))
                .toList());
    }
}
