package de.einsnull.sensors.mqtt;

import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** City IT that reads no English must learn what subscribers have missed, too. */
class CheckTextsTest {

    @Test
    void everyLanguageSaysWhatTheCheckFinds() {
        var texts = CatalogueCheck.ofThisModule();
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
    }
}
