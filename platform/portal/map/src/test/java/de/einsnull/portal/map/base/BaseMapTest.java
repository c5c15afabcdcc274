package de.einsnull.portal.map.base;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.map.base.Shape.Form;
import de.einsnull.portal.map.base.Shape.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Without the base map a visitor sees symbols on an empty sheet. */
class BaseMapTest {

    private static final Path BUNDLED = Path.of("src/main/resources/static/oelde.topo.json");

    /** After a change of the generator run the test with {@code -Dbasemap.write=true} to renew the bundled file. */
    @Test
    void bundledMapIsWhatTheGeneratorDraws() throws IOException {
        if (Boolean.getBoolean("basemap.write")) {
            Files.writeString(BUNDLED, BaseMap.topoJson());
        }
        assertThat(Files.readString(BUNDLED)).isEqualTo(BaseMap.topoJson());
    }

    @Test
    void twoRunsDrawTheSameMap() {
        assertThat(BaseMap.shapes()).isEqualTo(BaseMap.shapes());
    }

    @Test
    void showsEverythingThatTheStyleDraws() {
        var kinds = BaseMap.shapes().stream().map(Shape::kind).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void namesThePlacesThatPeopleLookFor() {
        assertThat(BaseMap.shapes().stream()
                        .filter(shape -> shape.form() == Form.POINT)
                        .map(Shape::name))
                .contains("Oelde", "Marktplatz", "Rathaus", "Bahnhof", "Vier-Jahreszeiten-Park");
    }

    @Test
    void everyRoadOutOfTownHasANameOfItsOwn() {
        var names = new Town(new TownPlan(new Noise(1)), new Noise(1), new java.util.SplittableRandom(1))
                .shapes().stream()
                        .filter(shape -> shape.kind() == Kind.ROAD)
                        .map(Shape::name)
                        .toList();

        assertThat(names).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void noHouseStandsOnTheRailwayOrInTheStream() {
        var plan = new TownPlan(new Noise(59_302));

        assertThat(BaseMap.shapes().stream()
                        .filter(shape -> shape.kind() == Kind.BUILDING)
                        .flatMap(house -> house.points().stream()))
                .hasSizeGreaterThan(5_000)
                .allMatch(corner -> Lines.distance(corner, plan.railway()) > 12)
                .allMatch(corner -> Lines.distance(corner, plan.stream()) > 12);
    }

    @Test
    void everyAreaHasAnInside() {
        assertThat(BaseMap.shapes().stream().filter(shape -> shape.form() == Form.AREA))
                .allMatch(shape -> shape.points().size() >= 3);
        assertThat(BaseMap.shapes().stream().filter(shape -> shape.form() == Form.LINE))
                .allMatch(shape -> shape.points().size() >= 2);
    }
}
