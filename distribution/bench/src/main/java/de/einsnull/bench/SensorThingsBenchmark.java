package de.einsnull.bench;

import de.einsnull.bench.ClosedLoad.Requests;
import de.einsnull.bench.ClosedLoad.Result;
import de.einsnull.testkit.city.City;
import java.util.concurrent.atomic.AtomicInteger;

/** What SensorThings 1.1 can do at most, for programs that log in with HTTP Basic: write, read, count. */
final class SensorThingsBenchmark implements Benchmark {

    private static final int SECONDS = Integer.getInteger("einsnull.bench.seconds", 12);
    private static final int WARM_UP = Math.max(2, SECONDS / 3);
    private static final int ROWS = Integer.getInteger("einsnull.bench.rows", 5_000_000);
    private static final int A_REQUEST = 500;
    private static final String LAST = "Observations?$top=1&$orderby=phenomenonTime%20desc";
    private static final String MAP = "Things?$top=200&$expand=Locations,Datastreams($expand=Observations($top=1;"
            + "$orderby=phenomenonTime%20desc))";
    private static final String NEAR =
            "Things?$count=true&$filter=geo.distance(Locations/location,geography'POINT(8.145%2051.825)')%20lt%200.02";

    @Override
    public Table measure(Database database) throws Exception {
        try (var running = database.start();
                var city = running.under(City.create("bench-sensorthings").with("einsnull.boot", "einsnull-all"))
                        .start()) {
            var world = new SeriesWorld(city);
            world.build();
            var run = new Run(world, new ServerCpu(city.pid(), running.server()));
            run.writing();
            run.reading();
            if (running.server() != null) {
                run.many(new SeriesRows(running.server()));
            }
            run.table.row("RSS MiB of the platform", 1, Machine.rssMib(city.pid()), "", "", "", "");
            return run.table;
        }
    }

    /** One run with its table. */
    private static final class Run {

        private final Table table =
                new Table("what", "clients", "a second", "p50 ms", "p99 ms", "server CPU ms each", "failed");
        private final SeriesWorld world;
        private final ServerCpu cpu;

        Run(SeriesWorld world, ServerCpu cpu) {
            this.world = world;
            this.cpu = cpu;
        }

        void writing() throws Exception {
            var number = new AtomicInteger();
            both("POST one Observation", 8, () -> world.single(number.getAndIncrement()));
            var one = new AtomicInteger();
            both("CreateObservations, 500 of one series", 4, () -> world.ofOneSeries(one.getAndIncrement(), A_REQUEST));
            var all = new AtomicInteger();
            int requests = SeriesWorld.SERIES * SeriesWorld.STEPS / A_REQUEST;
            measured("CreateObservations, 500 of 200 series, a month", 4, 60, () -> {
                int next = all.getAndIncrement();
                return next < requests ? world.ofAllSeries(next, A_REQUEST) : null;
            });
        }

        void reading() throws Exception {
            long stream = world.series().get(7);
            both("map: 200 Things, places, series, newest values", 1, () -> world.get(MAP));
            var number = new AtomicInteger();
            both(
                    "newest Observation of a series",
                    8,
                    () -> world.get("Datastreams(" + world.series().get(number.getAndIncrement() % SeriesWorld.SERIES)
                            + ")/" + LAST));
            both("geo.distance with $count over 10,000 Things", 1, () -> world.get(NEAR));
            var series = "Datastreams(" + stream + ")/Observations?$top=1000&$resultFormat=dataArray&$orderby="
                    + "phenomenonTime%20asc";
            both("1,000 points of a series as dataArray", 1, () -> world.get(series));
            both("1,000 points of a series as dataArray", 4, () -> world.get(series));
        }

        void many(SeriesRows rows) throws Exception {
            table.row("bytes an observation, a month as it came", "", rows.bytesEach(), "", "", "", "");
            table.row("of these in the table", "", rows.tableBytesEach(), "", "", "", "");
            rows.fill(world.series(), ROWS / SeriesWorld.SERIES);
            long stream = world.series().get(7);
            both("exact $count of all, " + ROWS + " rows more", 1, () -> world.get("Observations?$count=true&$top=1"));
            both(
                    "exact $count of a series",
                    1,
                    () -> world.get("Datastreams(" + stream + ")/Observations?$count=true&$top=1"));
            both(
                    "newest Observation of a series, many rows",
                    8,
                    () -> world.get("Datastreams(" + stream + ")/" + LAST));
        }

        private void both(String what, int clients, Requests requests) throws Exception {
            ClosedLoad.run(world.server(), clients, WARM_UP, requests);
            measured(what, clients, SECONDS, requests);
        }

        private void measured(String what, int clients, int seconds, Requests requests) throws Exception {
            var before = cpu.used();
            Result result = ClosedLoad.run(world.server(), clients, seconds, requests);
            var used = cpu.used().minus(before);
            table.row(
                    what,
                    clients,
                    result.perSecond(),
                    result.millisAt(50),
                    result.millisAt(99),
                    String.format("%.2f", used.toNanos() / 1e6 / result.micros().getTotalCount()),
                    result.failures());
            System.err.println(table.last());
        }
    }
}
