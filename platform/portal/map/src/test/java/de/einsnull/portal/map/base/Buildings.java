package de.einsnull.portal.map.base;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Invents houses for a block: closed rows in the old town, single houses around it, halls where people work. */
final class Buildings {

    private final RandomGenerator random;

    Buildings(RandomGenerator random) {
        this.random = random;
    }

    /** Outlines in the regular plan. */
    List<List<Point>> oldTown(Block block) {
        return rows(block, new Lot(9, 15, 0, 1.2), 12, 16);
    }

    /** Outlines in the regular plan. */
    List<List<Point>> houses(Block block) {
        return rows(block, new Lot(19, 28, 5, 8), 10, 13);
    }

    /** Outlines in the regular plan. */
    List<List<Point>> halls(Block block) {
        var halls = new ArrayList<List<Point>>();
        double u = 8;
        while (u + 24 < block.width()) {
            double width = Math.min(between(28, 70), block.width() - u - 8);
            double depth = block.depth() * between(0.45, 0.72);
            halls.add(new House(u, 8, width, depth - 8).place(block));
            u += width + between(10, 24);
        }
        return halls;
    }

    /**
     * How houses stand in a row.
     *
     * @param narrow smallest width of a lot, metres
     * @param wide largest width of a lot, metres
     * @param setBack distance from the street, metres
     * @param gap distance between neighbours, metres
     */
    private record Lot(double narrow, double wide, double setBack, double gap) {}

    /** Houses stand along the longer sides of a block. */
    private List<List<Point>> rows(Block block, Lot lot, double shallow, double deep) {
        boolean alongRing = block.width() >= block.depth() * 0.9;
        double length = alongRing ? block.width() : block.depth();
        double across = alongRing ? block.depth() : block.width();
        var houses = new ArrayList<List<Point>>();
        boolean twoRows = across > 2 * (lot.setBack() + deep) + 4;
        double along = 1;
        while (along + lot.narrow() < length) {
            double width = Math.min(between(lot.narrow(), lot.wide()), length - along - 1);
            for (int row = 0; row < (twoRows ? 2 : 1); row++) {
                var house = house(lot, across, along, width, between(shallow, deep), row == 0);
                if (random.nextDouble() > 0.07) {
                    houses.add(alongRing ? house.place(block) : house.turned().place(block));
                }
            }
            along += width;
        }
        return houses;
    }

    private House house(Lot lot, double across, double along, double width, double depth, boolean firstRow) {
        double fitting = Math.min(depth, across - lot.setBack() - 1);
        double setBack = lot.setBack() * between(0.8, 1.25);
        double v = firstRow ? setBack : across - setBack - fitting;
        return new House(along + lot.gap() / 2, v, width - lot.gap(), fitting);
    }

    private record House(double u, double v, double width, double depth) {
        House turned() {
            return new House(v, u, depth, width);
        }

        List<Point> place(Block block) {
            return List.of(
                    block.at(u, v), block.at(u + width, v), block.at(u + width, v + depth), block.at(u, v + depth));
        }
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
