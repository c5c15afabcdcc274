package de.einsnull.sensors.rules.page;

import de.einsnull.sensors.rules.model.Operator;
import de.einsnull.testkit.CatalogueCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every clerk reads the pages of rules in their language. */
class RulesTextsTest {

    @Test
    void everyLanguageHasEveryText() {
        CatalogueCheck.ofThisModule().isComplete();
    }

    @Test
    void everyTextThatIsAskedForIsThere() {
        var keys = new ArrayList<>(List.of("rules.title.hint", "alerts.title.hint", "tasks.title.hint"));
        for (var notice : Notice.values()) {
            keys.add(notice.key());
        }
        for (var operator : Operator.values()) {
            keys.add("operator." + operator);
            keys.add("sentence." + operator);
        }
        CatalogueCheck.ofThisModule().has(keys);
        CatalogueCheck.ofThisModule().hasWhatTemplatesUse("kit.");
    }
}
