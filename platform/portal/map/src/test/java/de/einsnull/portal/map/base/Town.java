package de.einsnull.portal.map.base;

import de.einsnull.portal.map.base.Shape.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Blocks, streets and houses of the built-up area. */
final class Town {

    private static final double COUNTRY = 5_600;
    private static final List<String> STREETS = List.of(
            "Lindenstraße",
            "Gartenstraße",
            "Schulstraße",
            "Birkenweg",
            "Feldstraße",
            "Ahornweg",
            "Bergstraße",
            "Rosenweg",
            "Wiesenweg",
            "Eichenweg",
            "Kastanienallee",
            "Lerchenweg",
            "Amselweg",
            "Buchenweg",
            "Tulpenweg",
            "Fliederweg",
            "Meisenweg",
            "Ulmenweg",
            "Erlenweg",
            "Im Winkel",
            "Am Hang",
            "Finkenweg",
            "Dahlienweg",
            "Am Sportplatz",
            "Waldstraße",
            "Hochstraße",
            "Holunderweg",
            "Kiefernweg",
            "Drosselweg",
            "Nelkenweg",
            "Am Teich",
            "Tannenweg",
            "Weidenstraße",
            "Schlehenweg",
            "Starenweg",
            "Heckenweg",
            "Kornweg",
            "Im Grund",
            "Eschenweg",
            "Haselweg",
            "Kirschallee",
            "Am Anger",
            "Roggenweg",
            "Efeuweg",
            "Pappelallee",
            "Malvenweg");
    private static final List<String> ALLEYS = List.of(
            "Kirchgasse",
            "Brunnengasse",
            "Am Wall",
            "Bäckergasse",
            "Schmiedegasse",
            "Weberstraße",
            "Torgasse",
            "Kleine Gasse",
            "Webergasse",
            "Hinter der Kirche");

    private final TownPlan plan;
    private final Noise noise;
    private final Buildings buildings;
    private final Blocks oldTown;
    private final Blocks around;
    private final Blocks outskirts;
    private final List<Point> railway;
    private final List<Point> stream;
    private final List<Point> park;
    private final List<Shape> shapes = new ArrayList<>();

    Town(TownPlan plan, Noise noise, RandomGenerator random) {
        this.plan = plan;
        this.noise = noise;
        this.buildings = new Buildings(random);
        this.oldTown = new Blocks(random);
        this.around = new Blocks(random);
        this.outskirts = new Blocks(random);
        this.railway = plan.railway();
        this.stream = plan.stream();
        this.park = plan.park();
    }

    List<Shape> shapes() {
        divideSectors();
        oldTown.blocks().forEach(this::buildOldTown);
        around.blocks().forEach(this::buildAround);
        outskirts.blocks().forEach(this::buildAround);
        addStreets();
        addRoads();
        return shapes;
    }

    private void divideSectors() {
        var radials = plan.radials();
        for (int i = 0; i < radials.size(); i++) {
            double from = radials.get(i).angle();
            double to = i + 1 < radials.size()
                    ? radials.get(i + 1).angle()
                    : radials.get(0).angle() + 2 * StrictMath.PI;
            oldTown.divide(new Block(TownPlan.MARKET, TownPlan.WALL, from, to), 62);
            around.divide(new Block(TownPlan.WALL, TownPlan.RING, from, to), 84);
            outskirts.divide(new Block(TownPlan.RING, 1_420, from, to), 104);
        }
    }

    private void buildOldTown(Block whole) {
        var block = whole.inset(Blocks.HALF_STREET - 0.5);
        if (block.isDrawable()) {
            add(Kind.BLOCK, Blocks.outline(block));
            addHouses(buildings.oldTown(block));
        }
    }

    private void buildAround(Block whole) {
        var block = whole.inset(Blocks.HALF_STREET + 0.5);
        var middle = plan.bend(block.at(block.width() / 2, block.depth() / 2));
        boolean covered = isTaken(middle, 30) && !CarParks.contain(middle);
        boolean outside = block.middleRadius() > plan.edge(block.middleAngle()) - 20;
        if (covered || outside || !block.isDrawable()) {
            return;
        }
        if (noise.unit((long) whole.inner(), (long) (whole.from() * 1_000)) < 0.06) {
            add(Kind.GREEN, Blocks.outline(block));
        } else if (isWorks(middle)) {
            add(Kind.WORKS, Blocks.outline(block));
            addHouses(buildings.halls(block));
        } else {
            add(Kind.BLOCK, Blocks.outline(block));
            addHouses(buildings.houses(block));
        }
    }

    /** Firms lie along the railway, away from the old town. */
    private boolean isWorks(Point middle) {
        return middle.radius() > 520 && Lines.distance(middle, railway) < 210;
    }

    private boolean isTaken(Point point, double margin) {
        return CarParks.contain(point)
                || Lines.distance(point, railway) < margin - 8
                || Lines.distance(point, stream) < margin - 8
                || Lines.contains(park, point);
    }

    private void addHouses(List<List<Point>> houses) {
        for (var house : houses) {
            var bent = house.stream().map(plan::bend).toList();
            if (bent.stream().noneMatch(corner -> isTaken(corner, 26)) && !touchesLandmark(bent.get(0))) {
                shapes.add(Shape.area(Kind.BUILDING, bent));
            }
        }
    }

    private boolean touchesLandmark(Point corner) {
        return plan.landmarks().stream()
                .anyMatch(mark -> mark.points().stream().anyMatch(point -> point.distanceTo(corner) < 26));
    }

    private void addStreets() {
        addNamed(oldTown.cuts(), ALLEYS);
        var streets = new ArrayList<>(around.cuts());
        streets.addAll(outskirts.cuts());
        addNamed(streets, STREETS);
        addLine(Kind.RING, "Wallstraße", Blocks.arc(TownPlan.WALL, 0, 2 * StrictMath.PI));
        addLine(Kind.RING, "Ringstraße", Blocks.arc(TownPlan.RING, 0, 2 * StrictMath.PI));
        addLine(Kind.STREET, "", Blocks.arc(TownPlan.MARKET, 0, 2 * StrictMath.PI));
    }

    /** The longest streets get the names, each name once. */
    private void addNamed(List<List<Point>> streets, List<String> names) {
        var longestFirst = new ArrayList<>(streets);
        longestFirst.sort(Comparator.comparingInt(street -> -street.size()));
        for (int i = 0; i < longestFirst.size(); i++) {
            addLine(Kind.STREET, i < names.size() ? names.get(i) : "", longestFirst.get(i));
        }
    }

    private void addRoads() {
        for (var radial : plan.radials()) {
            var road = Blocks.radius(radial.angle(), TownPlan.MARKET, COUNTRY).stream()
                    .map(plan::bend)
                    .toList();
            shapes.add(Shape.line(Kind.ROAD, radial.name(), road));
        }
    }

    private void addLine(Kind kind, String name, List<Point> line) {
        var within = Lines.keep(line, point -> point.radius() < plan.edge(point.angle()) + 10);
        for (var piece : within) {
            var bent = piece.stream().map(plan::bend).toList();
            Lines.keep(bent, point -> kind == Kind.RING || !isTaken(point, 24))
                    .forEach(part -> shapes.add(Shape.line(kind, name, part)));
        }
    }

    private void add(Kind kind, List<Point> outline) {
        shapes.add(Shape.area(kind, outline.stream().map(plan::bend).toList()));
    }
}
