package de.einsnull.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the benchmarks, or the one that is named, on H2 and on PostgreSQL, and prints Markdown. */
public final class Main {

    private static final Map<String, Benchmark> BENCHMARKS = benchmarks();

    private Main() {}

    private static Map<String, Benchmark> benchmarks() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("start", new StartBenchmark());
        all.put("page", new PageBenchmark());
        all.put("sibling", new SiblingBenchmark());
        all.put("driver", new DriverBenchmark());
        all.put("drivers", new DriversBenchmark());
        all.put("ingest", new IngestBenchmark());
        all.put("sensorthings", new SensorThingsBenchmark());
        all.put("guard", new GuardBenchmark());
        return all;
    }

    /**
     * Entry point.
     *
     * @param arguments name of a benchmark and, after it, {@code h2} or {@code postgresql}; nothing for all of them
     * @throws Exception when one could not be measured
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && !BENCHMARKS.containsKey(arguments[0])) {
            System.err.println(
                    "No benchmark '" + arguments[0] + "'. There are: " + String.join(", ", BENCHMARKS.keySet()));
            System.exit(2);
        }
        if (Machine.load() > Machine.QUIET) {
            System.err.println(
                    "Warning: this machine is busy (load " + Machine.load() + "); the figures will be worse.");
        }
        var names = arguments.length > 0 ? List.of(arguments[0]) : List.copyOf(BENCHMARKS.keySet());
        for (var name : names) {
            if (!BENCHMARKS.get(name).usesDatabase()) {
                run(name, name, Database.H2);
                continue;
            }
            for (var database : Database.values()) {
                if (arguments.length < 2 || database.name().equalsIgnoreCase(arguments[1])) {
                    run(name, name + " on " + database, database);
                }
            }
        }
    }

    private static void run(String name, String title, Database database) throws Exception {
        System.out.println("### " + title + "\n\n" + Machine.describe() + "\n");
        System.out.println(BENCHMARKS.get(name).measure(database) + "\n");
    }
}
