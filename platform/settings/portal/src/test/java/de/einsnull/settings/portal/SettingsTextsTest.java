package de.einsnull.settings.portal;

import de.einsnull.settings.api.Difference;
import de.einsnull.settings.api.Fault;
import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it, or break the page. */
class SettingsTextsTest {

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
    void everyMistakeEffectAndNoticeHasItsText() {
        for (var code : Fault.Code.values()) {
            if (code != Fault.Code.MODULE) {
                texts.has("fault." + code);
            }
        }
        for (var kind : Difference.Kind.values()) {
            texts.has("transfer." + kind);
        }
        for (var notice : Notice.values()) {
            texts.has(notice.key());
        }
    }
}
