package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.MapFeature;
import de.einsnull.portal.api.MapFeature.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The map in the browser is drawn from this. */
class LayerJsonTest {

    private static LayerContent layer(MapFeature... features) {
        return new LayerContent("parking", "Parken", "parking", List.of(features), false);
    }

    private static String write(LayerContent layer) throws IOException {
        return new String(LayerJson.write(layer), StandardCharsets.UTF_8);
    }

    @Test
    void aFeatureHasAPositionInTheOrderOfGeoJson() throws IOException {
        assertThat(write(layer(Samples.feature("7", "Rathaus", State.FREE))))
                .contains("\"geometry\":{\"type\":\"Point\",\"coordinates\":[8.14,51.82]}")
                .contains("\"id\":\"7\"")
                .contains("\"group\":\"Rathaus\"")
                .contains("\"state\":\"FREE\"")
                .contains("\"observedAt\":\"2026-11-24T11:00:00Z\"");
    }

    @Test
    void theSameContentHasTheSameBytesSoThatAnETagMatches() throws IOException {
        var layer = layer(Samples.feature("1", "", State.FREE), Samples.feature("2", "", State.OCCUPIED));

        assertThat(LayerJson.write(layer)).isEqualTo(LayerJson.write(layer));
    }

    @Test
    void namesAreEscaped() throws IOException {
        var feature = new MapFeature("1", "Platz \"</script>\"", "", 0, 0, State.READING, "", "", Optional.empty(), "");

        assertThat(write(layer(feature))).contains("Platz \\\"</script>\\\"").doesNotContain("observedAt");
    }

    @Test
    void saysThatALayerFailed() throws IOException {
        assertThat(write(new LayerContent("parking", "Parken", "parking", List.of(), true)))
                .contains("\"failed\":true,\"features\":[]");
    }
}
