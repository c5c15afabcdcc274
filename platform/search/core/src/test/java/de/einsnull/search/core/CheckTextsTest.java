package de.einsnull.search.core;

import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** City IT that reads no English must learn what is wrong and what to do, too. */
class CheckTextsTest {

    @Test
    void everyLanguageSaysWhatTheChecksFind() {
        var texts = CatalogueCheck.ofThisModule();
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
    }
}
