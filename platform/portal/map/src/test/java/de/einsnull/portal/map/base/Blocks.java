package de.einsnull.portal.map.base;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Divides the sectors between roads and rings into blocks; the cuts become streets. */
final class Blocks {

    /** Width of half a street, metres. */
    static final double HALF_STREET = 5;

    private static final double STEP = 26;

    private final RandomGenerator random;
    private final List<Block> blocks = new ArrayList<>();
    private final List<List<Point>> cuts = new ArrayList<>();

    Blocks(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Divides a sector.
     *
     * @param sector what lies between two roads and two rings
     * @param size wanted length of a block's side, metres
     */
    void divide(Block sector, double size) {
        double width = sector.width();
        double depth = sector.depth();
        if (Math.max(width, depth * 1.25) < size * 1.35) {
            blocks.add(sector);
        } else if (width >= depth * 1.25) {
            cutAcross(sector, size);
        } else {
            cutAlong(sector, size);
        }
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Middle lines of the streets between the blocks, in the regular plan. */
    List<List<Point>> cuts() {
        return cuts;
    }

    private void cutAcross(Block sector, double size) {
        double angle = sector.from() + share() * (sector.to() - sector.from());
        cuts.add(radius(angle, sector.inner(), sector.outer()));
        divide(new Block(sector.inner(), sector.outer(), sector.from(), angle), size);
        divide(new Block(sector.inner(), sector.outer(), angle, sector.to()), size);
    }

    private void cutAlong(Block sector, double size) {
        double radius = sector.inner() + share() * sector.depth();
        cuts.add(arc(radius, sector.from(), sector.to()));
        divide(new Block(sector.inner(), radius, sector.from(), sector.to()), size);
        divide(new Block(radius, sector.outer(), sector.from(), sector.to()), size);
    }

    private double share() {
        return 0.38 + 0.24 * random.nextDouble();
    }

    static List<Point> arc(double radius, double from, double to) {
        int pieces = Math.max(2, (int) StrictMath.ceil((to - from) * radius / STEP));
        var line = new ArrayList<Point>();
        for (int i = 0; i <= pieces; i++) {
            line.add(Point.polar(radius, from + (to - from) * i / pieces));
        }
        return line;
    }

    static List<Point> radius(double angle, double inner, double outer) {
        int pieces = Math.max(2, (int) StrictMath.ceil((outer - inner) / STEP));
        var line = new ArrayList<Point>();
        for (int i = 0; i <= pieces; i++) {
            line.add(Point.polar(inner + (outer - inner) * i / pieces, angle));
        }
        return line;
    }

    /** The outline of a block, fine enough to be bent. */
    static List<Point> outline(Block block) {
        var outline = new ArrayList<Point>();
        outline.addAll(arc(block.inner(), block.from(), block.to()));
        outline.addAll(arc(block.outer(), block.from(), block.to()).stream()
                .collect(ArrayList::new, (list, point) -> list.add(0, point), ArrayList::addAll));
        return outline;
    }
}
