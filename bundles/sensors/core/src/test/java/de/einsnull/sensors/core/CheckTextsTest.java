package de.einsnull.sensors.core;

import de.einsnull.sensors.api.DriverCause;
import de.einsnull.testkit.CatalogueCheck;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** City IT that reads no English must learn what is wrong and what to do, too. */
class CheckTextsTest {

    @Test
    void everyLanguageSaysWhatTheChecksFind() {
        var texts = CatalogueCheck.ofThisModule();
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
        texts.has(Arrays.stream(DriverCause.values())
                .filter(cause -> cause != DriverCause.NONE)
                .map(cause -> "check.advice." + cause)
                .toList());
    }
}
