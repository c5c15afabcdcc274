package de.einsnull.sensors.codec.js;

import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** City IT that reads no English must learn why its codec is not used, too. */
class CheckTextsTest {

    @Test
    void everyLanguageSaysWhatTheCheckFinds() {
        var texts = CatalogueCheck.ofThisModule();
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
    }
}
