package de.einsnull.sensors.portal.text;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.testkit.CatalogueCheck;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it. */
class SensorTextsTest {

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
    void everyWellKnownChannelHasAName() throws IllegalAccessException {
        for (var field : Channels.class.getFields()) {
            String id = (String) field.get(null);
            assertThat(Fixtures.words().has("sensors.channel." + id)).as(id).isTrue();
        }
    }

    @Test
    void aChannelThatNobodyHasNamedShowsItsId() {
        assertThat(Fixtures.words().channel(Language.EN, Channel.number("hive_weight", "kg", "urn:x")))
                .isEqualTo("hive weight");
    }
}
