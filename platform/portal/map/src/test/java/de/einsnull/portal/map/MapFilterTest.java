package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.MapFeature.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without the filter nobody finds the free bay near the town hall. */
class MapFilterTest {

    private static final List<State> STATES = List.of(State.values());

    private static MapFilter filter(Map<String, List<String>> parameters) {
        return MapFilter.of(Samples.request("", parameters));
    }

    @Test
    void nothingChosenShowsEverything() {
        var filter = filter(Map.of());

        assertThat(filter.isOpen()).isTrue();
        assertThat(filter.shows("parking")).isTrue();
        assertThat(filter.query()).isEmpty();
        assertThat(STATES).allMatch(state -> filter.matches(Samples.feature("1", "", state)));
    }

    @Test
    void choosesByLayerStateGroupAndText() {
        var filter = filter(Map.of(
                "ebene", List.of("parking"),
                "zustand", List.of("frei"),
                "gruppe", List.of("Rathaus"),
                "suche", List.of(" PLATZ 7 ")));

        assertThat(filter.shows("parking")).isTrue();
        assertThat(filter.shows("weather")).isFalse();
        assertThat(filter.matches(Samples.feature("7", "Rathaus", State.FREE))).isTrue();
        assertThat(filter.matches(Samples.feature("7", "Rathaus", State.OCCUPIED)))
                .isFalse();
        assertThat(filter.matches(Samples.feature("7", "Bahnhof", State.FREE))).isFalse();
        assertThat(filter.matches(Samples.feature("8", "Rathaus", State.FREE))).isFalse();
    }

    @Test
    void theQueryGivesTheSameFilterBack() {
        var filter = filter(Map.of(
                "ebene", List.of("weather", "parking"),
                "zustand", List.of("belegt", "frei"),
                "gruppe", List.of("Am Markt & Co"),
                "suche", List.of("ä?")));

        assertThat(filter.query())
                .isEqualTo(
                        "ebene=parking&ebene=weather&zustand=frei&zustand=belegt&gruppe=Am+Markt+%26+Co&suche=%C3%A4%3F");
    }

    @Test
    void nonsenseIsIgnored() {
        var filter = filter(Map.of("zustand", List.of("kaputt", "")));

        assertThat(filter.states()).isEmpty();
        assertThat(filter.matches(Samples.feature("1", "", State.FAULT))).isTrue();
    }

    @Test
    void everyStateHasAWordOfItsOwn() {
        assertThat(STATES.stream().map(MapFilter::word)).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void aVeryLongSearchWordIsCut() {
        assertThat(filter(Map.of("suche", List.of("x".repeat(5_000)))).text()).hasSize(100);
    }
}
