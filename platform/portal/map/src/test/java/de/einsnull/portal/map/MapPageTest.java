package de.einsnull.portal.map;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.PageResponse;
import de.einsnull.portal.api.PageResponse.Content;
import de.einsnull.portal.api.PageResponse.NotFound;
import de.einsnull.portal.api.PageResponse.View;
import de.einsnull.security.api.Roles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a visitor gets at the city map and below it. */
class MapPageTest {

    private static final Duration STALE = Duration.ofMinutes(90);

    private final Layers layers = new Layers();
    private Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private MapPage page;

    @AfterEach
    void close() {
        page.close();
    }

    private PageResponse get(String path, Map<String, List<String>> parameters) throws IOException {
        page = new MapPage(layers, new MapSettings("", 8.1436, 51.8246, 14, "", STALE), clock, Duration.ofSeconds(5));
        return page.handle(Samples.request(path, parameters));
    }

    private Map<String, Object> model(Map<String, List<String>> parameters) throws IOException {
        return ((View) get("", parameters)).model();
    }

    private void bays(int count) {
        var features = IntStream.range(0, count)
                .mapToObj(i -> Samples.feature("" + i, "Rathaus", i % 3 == 0 ? State.FREE : State.OCCUPIED))
                .toList();
        layers.add(Samples.named(Samples.layer("parking", 1, () -> features)));
    }

    @SuppressWarnings("unchecked")
    private static List<LayerView> layersOf(Map<String, Object> model) {
        return (List<LayerView>) model.get("layers");
    }

    @Test
    void anEmptyCityHasAnEmptyMapAndNoError() throws IOException {
        var model = model(Map.of());

        assertThat(layersOf(model)).isEmpty();
        assertThat(((Pager) model.get("pager")).total()).isZero();
    }

    @Test
    void countsWhatIsFreeInALayerAndInEachGroup() throws IOException {
        bays(15);

        var layer = layersOf(model(Map.of())).get(0);

        assertThat(layer.all().free()).isEqualTo(5);
        assertThat(layer.all().countable()).isEqualTo(15);
        assertThat(layer.groups()).hasSize(1);
        assertThat(layer.groups().get(0).isFolded()).isTrue();
    }

    @Test
    void aTableShowsFiftyRowsAPage() throws IOException {
        bays(120);

        var model = model(Map.of("ansicht", List.of("tabelle"), "seite", List.of("3")));

        var pager = (Pager) model.get("pager");
        assertThat(model.get("table")).isEqualTo(true);
        assertThat(pager.pages()).isEqualTo(3);
        assertThat(pager.rows()).hasSize(20);
        assertThat(pager.rows().get(0).key()).isEqualTo("parking/100");
    }

    @Test
    void aPageNumberThatDoesNotExistGivesTheNearest() throws IOException {
        bays(60);

        assertThat(((Pager) model(Map.of("seite", List.of("99"))).get("pager")).number())
                .isEqualTo(2);
        assertThat(((Pager) model(Map.of("seite", List.of("-1; drop"))).get("pager")).number())
                .isEqualTo(1);
    }

    @Test
    void oldDataIsMarkedAndFreshDataIsNot() throws IOException {
        bays(3);
        assertThat(layersOf(model(Map.of())).get(0).staleSince()).isNull();

        clock = Clock.offset(clock, STALE.plusMinutes(1));
        assertThat(layersOf(model(Map.of())).get(0).staleSince()).isEqualTo(Samples.NOON);
    }

    @Test
    void aLayerIsServedAsGeoJson() throws IOException {
        bays(2);

        var content = (Content) get("ebenen/parking.geojson", Map.of());

        assertThat(content.mediaType()).isEqualTo("application/geo+json");
        assertThat(new String(content.body(), StandardCharsets.UTF_8)).contains("\"id\":\"1\"");
    }

    @Test
    void unknownAddressesAreNotFound() throws IOException {
        bays(1);

        assertThat(get("ebenen/nothing.geojson", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("ebenen/../parking.geojson", Map.of())).isInstanceOf(NotFound.class);
        assertThat(get("other", Map.of())).isInstanceOf(NotFound.class);
    }

    @Test
    void aLayerForStaffIsHiddenFromCitizens() throws IOException {
        layers.add(Samples.named(Samples.layer("secret", 1, Roles.STAFF, List::of)));

        assertThat(layersOf(model(Map.of()))).isEmpty();
        assertThat(get("ebenen/secret.geojson", Map.of())).isInstanceOf(NotFound.class);
    }

    @Test
    void aLayerVanishesWithItsBundle() throws IOException {
        var layer = Samples.layer("parking", 1, List::of);
        layers.add(Samples.named(layer));
        layers.removeLayer(layer);

        assertThat(layersOf(model(Map.of()))).isEmpty();
    }
}
