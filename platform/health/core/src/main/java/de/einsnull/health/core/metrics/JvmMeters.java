package de.einsnull.health.core.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is known about the process and its Java machine, under the names that Prometheus' own Java client uses. */
final class JvmMeters {

    private static final Path STATM = Path.of("/proc/self/statm");
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    private static final long PAGE_BYTES = 4096;

    void write(PrometheusText out) throws IOException {
        memory(out);
        collectors(out);
        threads(out);
        process(out);
    }

    private static void memory(PrometheusText out) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        var areas = List.of("heap", "nonheap");
        var usages = List.of(memory.getHeapMemoryUsage(), memory.getNonHeapMemoryUsage());
        out.family("jvm_memory_used_bytes", "gauge", "Memory in use");
        area(
                out,
                "jvm_memory_used_bytes",
                areas,
                usages.stream().map(MemoryUsage::getUsed).toList());
        out.family("jvm_memory_committed_bytes", "gauge", "Memory taken from the system");
        area(
                out,
                "jvm_memory_committed_bytes",
                areas,
                usages.stream().map(MemoryUsage::getCommitted).toList());
        out.family("jvm_memory_max_bytes", "gauge", "Most memory that may be used, -1 without a limit");
        area(
                out,
                "jvm_memory_max_bytes",
                areas,
                usages.stream().map(MemoryUsage::getMax).toList());
    }

    private static void area(PrometheusText out, String name, List<String> areas, List<Long> values)
            throws IOException {
        for (var i = 0; i < areas.size(); i++) {
            out.sample(name, Labels.of("area", areas.get(i)), values.get(i));
        }
    }

    private static void collectors(PrometheusText out) throws IOException {
        out.family("jvm_gc_collection_seconds", "summary", "Time spent in garbage collection");
        for (var collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            var labels = Labels.of("gc", collector.getName());
            out.sample("jvm_gc_collection_seconds_count", labels, collector.getCollectionCount());
            out.sample("jvm_gc_collection_seconds_sum", labels, collector.getCollectionTime() / MILLIS);
        }
    }

    private static void threads(PrometheusText out) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        out.single("jvm_threads_current", "gauge", "Live threads", threads.getThreadCount());
        out.single("jvm_threads_daemon", "gauge", "Live daemon threads", threads.getDaemonThreadCount());
        out.single("jvm_threads_peak", "gauge", "Most threads so far", threads.getPeakThreadCount());
        var classes = ManagementFactory.getClassLoadingMXBean();
        out.single("jvm_classes_currently_loaded", "gauge", "Loaded classes", classes.getLoadedClassCount());
    }

    private static void process(PrometheusText out) throws IOException {
        var start = ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS;
        out.single("process_start_time_seconds", "gauge", "Start since 1970", start);
        var nanos = system("ProcessCpuTime");
        out.single("process_cpu_seconds_total", "counter", "Processor time used", nanos / NANOS);
        out.single("process_open_fds", "gauge", "Open files", system("OpenFileDescriptorCount"));
        out.single("process_max_fds", "gauge", "Most open files", system("MaxFileDescriptorCount"));
        if (Files.isReadable(STATM)) {
            var resident = Long.parseLong(Files.readString(STATM).split(" ")[1]) * PAGE_BYTES;
            out.single("process_resident_memory_bytes", "gauge", "Resident memory", resident);
        }
    }

    /** The typed interface for these is in a package that a framework need not export. */
    private static double system(String attribute) {
        try {
            var name = new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME);
            var value = ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute);
            return value instanceof Number number ? number.doubleValue() : Double.NaN;
        } catch (JMException notOnThisSystem) {
            return Double.NaN;
        }
    }
}
