package de.einsnull.sensors.portal.layer;

import static de.einsnull.sensors.portal.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.Language;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.Fixtures;
import de.einsnull.sensors.portal.text.Values;
import de.einsnull.sensors.testkit.FakeSensorDirectory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands on the city map. */
class SensorLayerTest {

    private final FakeSensorDirectory directory = new FakeSensorDirectory();
    private final ThingStates states = new ThingStates(Fixtures.words(), new Values(Fixtures.words()));
    private final SensorLayer bays = layer("parking-bays");
    private final SensorLayer others = layer("sensors");

    private SensorLayer layer(String id) {
        var spec = LayerSpec.all().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new SensorLayer(spec, directory, states, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static Thing bay(long id) {
        return Fixtures.simple(id, Kinds.PARKING_BAY, Channels.OCCUPIED, Value.of(false), "");
    }

    @Test
    void aThingStandsOnTheLayerOfItsKindWithALinkToItsPage() {
        directory.put(bay(7));

        assertThat(bays.features(Language.DE)).singleElement().satisfies(feature -> {
            assertThat(feature.id()).isEqualTo("7");
            assertThat(feature.path()).isEqualTo("sensoren/7");
            assertThat(feature.stateText()).isEqualTo("Frei");
        });
        assertThat(others.features(Language.DE)).isEmpty();
    }

    @Test
    void aNewKindOfThingAppearsWithoutANewLayer() {
        directory.put(Fixtures.simple(8, "beehive", "hive_weight", Value.of(40), "kg"));

        assertThat(others.features(Language.DE)).hasSize(1);
    }

    @Test
    void aThingWithoutAPlaceIsNotOnTheMap() {
        directory.put(
                new Thing(9, "Irgendwo", "", Kinds.PARKING_BAY, "", Optional.empty(), 0, false, Map.of(), List.of()));

        assertThat(bays.features(Language.DE)).isEmpty();
    }

    @Test
    void asksAgainOnlyWhenSomethingChanged() {
        directory.put(bay(7));
        bays.features(Language.DE);
        bays.features(Language.DE);
        assertThat(directory.queries()).isEqualTo(1);

        directory.put(bay(8));
        assertThat(bays.features(Language.DE)).hasSize(2);
    }

    @Test
    void everyLayerHasANameInTheTextsAndAnIdOfItsOwn() {
        assertThat(LayerSpec.all()).extracting(LayerSpec::id).doesNotHaveDuplicates();
        assertThat(LayerSpec.all()).allMatch(spec -> Fixtures.words().has(spec.titleKey()));
    }
}
