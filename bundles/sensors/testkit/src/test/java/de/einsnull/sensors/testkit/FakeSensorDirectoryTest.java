package de.einsnull.sensors.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Observation;
import de.einsnull.sensors.api.ObservationQuery;
import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.api.ThingQuery;
import de.einsnull.sensors.api.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A directory that filters unlike the real one would hide that a page shows what is not open data. */
class FakeSensorDirectoryTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeSensorDirectory directory = new FakeSensorDirectory();

    @BeforeEach
    void twoThings() {
        directory.put(thing(2, "Bauhof", "soil", stream(21, 2, false)));
        directory.put(thing(1, "Rathaus", "weather", stream(11, 1, true), stream(12, 1, false)));
    }

    @Test
    void listsByIdAndFilters() {
        assertThat(names(Set.of(), "", false, 0)).containsExactly("Rathaus", "Bauhof");
        assertThat(names(Set.of("soil"), "", false, 0)).containsExactly("Bauhof");
        assertThat(names(Set.of(), " rat", false, 0)).containsExactly("Rathaus");
        assertThat(names(Set.of(), "mitte", false, 1))
                .as("the second of the group")
                .containsExactly("Bauhof");
        assertThat(directory.queries()).isEqualTo(4);
    }

    @Test
    void leavesOutWhatIsNotOpen() {
        var open = directory.things(ThingQuery.open());
        assertThat(open.total()).isEqualTo(1);
        assertThat(open.items().get(0).datastreams()).extracting(Datastream::id).containsExactly(11L);
        assertThat(directory.datastream(21)).isPresent();
    }

    @Test
    void observationsComeInOrderAndByPage() {
        directory.observe(observation(2), observation(0), observation(1));
        var newest = directory.observations(11, ObservationQuery.newest(2));
        assertThat(newest.total()).isEqualTo(-1);
        assertThat(newest.items()).extracting(Observation::sequence).containsExactly(2L, 1L);
        var rest = directory.observations(11, new ObservationQuery(NOON, NOON.plusSeconds(2), true, 1, 9, true));
        assertThat(rest.total()).isEqualTo(2);
        assertThat(rest.items()).extracting(Observation::sequence).containsExactly(1L);
    }

    @Test
    void withoutTheDatabaseThingsAreStillThere() {
        directory.setAway(true);
        assertThat(directory.thing(1)).isPresent();
        assertThatThrownBy(() -> directory.observations(11, ObservationQuery.newest(1)))
                .isInstanceOf(SensorDataException.class);
    }

    private List<String> names(Set<String> kinds, String text, boolean openOnly, int offset) {
        var query = new ThingQuery(kinds, Optional.of("Mitte"), text, openOnly, offset, 10);
        return directory.things(query).items().stream().map(Thing::name).toList();
    }

    private static Observation observation(int second) {
        var at = NOON.plusSeconds(second);
        return new Observation(11, at, at, second, Value.of(second));
    }

    private static Datastream stream(long id, long thing, boolean open) {
        return new Datastream(id, thing, "", Channel.flag("door", "urn:d"), 1, 1, open, "", Optional.empty());
    }

    private static Thing thing(long id, String name, String kind, Datastream... streams) {
        return new Thing(id, name, "", kind, "Mitte", Optional.empty(), 0, false, Map.of(), List.of(streams));
    }
}
