package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Kind;
import java.util.ArrayList;
import java.util.List;

/** Meadows and woods around the town, laid out on a bent grid; what is left over are fields. */
final class Countryside {

    private static final double CELL = 310;
    private static final int REACH = 17;

    private final Noise noise;

    Countryside(Noise noise) {
        this.noise = noise;
    }

    List<Shape> shapes() {
        var shapes = new ArrayList<Shape>();
        for (int column = -REACH; column < REACH; column++) {
            for (int row = -REACH; row < REACH; row++) {
                var middle = corner(column, row).plus(CELL / 2, CELL / 2);
                boolean visible = middle.radius() > 900 && Math.abs(middle.x()) < 5_000 && Math.abs(middle.y()) < 4_400;
                if (visible && isWood(middle)) {
                    shapes.add(Shape.area(Kind.FOREST, cell(column, row)));
                } else if (visible && noise.unit(column, row) < 0.34) {
                    shapes.add(Shape.area(Kind.MEADOW, cell(column, row)));
                }
            }
        }
        return shapes;
    }

    private boolean isWood(Point middle) {
        return noise.at(middle.plus(40_000, 0), 1_250) + 0.25 * noise.at(middle, 300) > 0.42;
    }

    private List<Point> cell(int column, int row) {
        var outline = new ArrayList<Point>();
        int[][] way = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int side = 0; side < 4; side++) {
            var from = corner(column + way[side][0], row + way[side][1]);
            var to = corner(column + way[(side + 1) % 4][0], row + way[(side + 1) % 4][1]);
            outline.add(from);
            outline.add(bulge(from, to));
        }
        return outline;
    }

    private Point bulge(Point from, Point to) {
        var middle = new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
        return middle.plus(26 * noise.at(middle, 170), 26 * noise.at(middle.plus(7_000, 7_000), 170));
    }

    private Point corner(int column, int row) {
        var regular = new Point(column * CELL + (row % 2) * 60, row * CELL * 0.8);
        return regular.plus(120 * noise.at(regular.plus(20_000, 0), 700), 110 * noise.at(regular.plus(0, 20_000), 700));
    }
}
