package de.einsnull.portal.shell.text;

import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** The shell's texts: complete in all languages, and none asked for that does not exist. */
class MessagesTest {

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
        texts.hasWhatCodeUses("check.");
    }

    @Test
    void everyTextThatATemplateAsksForExists() {
        texts.hasWhatTemplatesUse();
    }
}
