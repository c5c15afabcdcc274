package de.einsnull.bus.portal;

import de.einsnull.testkit.CatalogueCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it, or break the page. */
class LetterTextsTest {

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
    }

    @Test
    void theTemplatesUseOnlyTextsThatAreThere() {
        texts.hasWhatTemplatesUse("kit.");
    }

    @Test
    void everyNoticeAndDeedHasItsText() {
        for (var notice : Notice.values()) {
            texts.has(notice.key());
        }
        for (String deed : List.of("zustellen", "loeschen")) {
            texts.has("letter." + deed + ".title", "letter." + deed + ".lead");
        }
    }
}
