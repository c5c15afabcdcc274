package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.testkit.CatalogueCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A missing text would show German to somebody who does not read it. */
class MapTextsTest {

    private final CatalogueCheck texts = CatalogueCheck.ofThisModule();

    @Test
    void everyLanguageHasEveryText() {
        texts.isComplete();
    }

    @Test
    void theTemplatesUseOnlyTextsThatAreThere() {
        texts.hasWhatTemplatesUse("kit.");
        for (var state : State.values()) {
            texts.has("map.state." + state);
        }
    }

    @Test
    void aLayerIsNamedByTheTextsOfItsBundle() {
        var titles = LayerTitles.read("map.title", file -> MapTextsTest.class.getResource("/" + file));

        assertThat(titles)
                .containsEntry(Language.DE, "Stadtkarte")
                .containsEntry(Language.EN, "City map")
                .containsEntry(Language.DE_SIMPLE, "Stadt-Karte");
    }

    @Test
    void aLayerWithoutTextsIsNamedByItsKey() {
        assertThat(LayerTitles.read("layer.x", file -> null)).containsOnly(Map.entry(Language.DE, "layer.x"));
    }
}
