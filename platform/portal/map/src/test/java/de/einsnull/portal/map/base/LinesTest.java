package de.einsnull.portal.map.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Wrong distances would put houses on the railway. */
class LinesTest {

    private static final List<Point> SQUARE =
            List.of(new Point(0, 0), new Point(10, 0), new Point(10, 10), new Point(0, 10));

    @Test
    void distanceIsThatOfTheNearestPlaceNotOfTheNearestCorner() {
        assertThat(Lines.distance(new Point(5, 3), List.of(new Point(0, 0), new Point(10, 0))))
                .isCloseTo(3, within(1e-9));
        assertThat(Lines.distance(new Point(13, 4), List.of(new Point(0, 0), new Point(10, 0))))
                .isCloseTo(5, within(1e-9));
    }

    @Test
    void insideAndOutside() {
        assertThat(Lines.contains(SQUARE, new Point(5, 5))).isTrue();
        assertThat(Lines.contains(SQUARE, new Point(15, 5))).isFalse();
        assertThat(Lines.contains(SQUARE, new Point(-1, -1))).isFalse();
    }

    @Test
    void aCurvePassesThroughItsPoints() {
        var through = List.of(new Point(0, 0), new Point(10, 5), new Point(20, 0));

        assertThat(Lines.curve(through, 4)).hasSize(9).containsAll(through);
    }

    @Test
    void keepsThePiecesThatAreWanted() {
        var line = List.of(new Point(0, 0), new Point(1, 0), new Point(2, 0), new Point(3, 0), new Point(4, 0));

        assertThat(Lines.keep(line, point -> point.x() != 2)).hasSize(2).allMatch(piece -> piece.size() == 2);
        assertThat(Lines.keep(line, point -> point.x() == 2)).isEmpty();
    }

    @Test
    void noiseIsSmoothAndBounded() {
        var noise = new Noise(7);
        for (int i = 0; i < 1_000; i++) {
            var here = new Point(i * 3.7, i * -1.9);
            assertThat(noise.at(here, 100)).isBetween(-1.0, 1.0);
            assertThat(Math.abs(noise.at(here, 100) - noise.at(here.plus(0.1, 0), 100)))
                    .isLessThan(0.01);
        }
    }

    @Test
    void dividedBlocksCoverTheSector() {
        var blocks = new Blocks(new java.util.SplittableRandom(3));
        blocks.divide(new Block(100, 400, 0, 1), 80);

        double area = blocks.blocks().stream()
                .mapToDouble(block -> block.width() * block.depth())
                .sum();
        assertThat(area).isCloseTo((400 * 400 - 100 * 100) / 2.0, within(1.0));
        assertThat(blocks.cuts()).hasSize(blocks.blocks().size() - 1);
    }
}
