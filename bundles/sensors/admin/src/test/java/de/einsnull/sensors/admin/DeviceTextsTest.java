package de.einsnull.sensors.admin;

import de.einsnull.sensors.api.DeviceTable;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.DriverState;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Outcomes;
import de.einsnull.sensors.api.UnreadableTable;
import de.einsnull.sensors.api.ValueType;
import de.einsnull.sensors.api.driver.CommandResult;
import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it, or break the page. */
class DeviceTextsTest {

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
    void everyStateCauseOutcomeAndNoticeHasItsText() throws IllegalAccessException {
        for (var state : DriverState.values()) {
            texts.has("drivers.state." + state);
        }
        for (var cause : DriverCause.values()) {
            if (cause != DriverCause.NONE) {
                texts.has("drivers.cause." + cause, "drivers.advice." + cause);
            }
        }
        for (var outcome : Outcomes.class.getFields()) {
            texts.has("outcome." + outcome.get(null));
        }
        for (var kind : Kinds.class.getFields()) {
            texts.has("kind." + kind.get(null));
        }
        for (var effect : DeviceTable.Effect.values()) {
            texts.has("import.effect." + effect);
        }
        for (var code : DeviceTable.Code.values()) {
            texts.has("import.fault." + code);
        }
        for (var code : UnreadableTable.Code.values()) {
            texts.has("import.problem." + code);
        }
        for (var outcome : CommandResult.Outcome.values()) {
            texts.has("command.outcome." + outcome, "command.advice." + outcome);
        }
        for (var type : ValueType.values()) {
            texts.has("command.error." + type);
        }
        for (var notice : Notice.values()) {
            texts.has(notice.key());
        }
    }
}
