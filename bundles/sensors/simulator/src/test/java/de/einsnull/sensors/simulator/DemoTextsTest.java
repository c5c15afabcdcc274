package de.einsnull.sensors.simulator;

import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** Else somebody could take the values of the demo for real because the notice is in a foreign language. */
class DemoTextsTest {

    @Test
    void theNoticeIsThereInEveryLanguage() {
        CatalogueCheck.ofThisModule().isComplete();
    }
}
