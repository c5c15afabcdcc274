package de.einsnull.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the machine and a process on it look like. */
final class Machine {

    /** Above this load average of one minute, times say more about the neighbours than about the platform. */
    static final double QUIET = 1.5;

    private Machine() {}

    /** One line that says on what was measured. */
    static String describe() throws IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %d GiB, Linux, Java %s, load before the run %.1f",
                Runtime.getRuntime().availableProcessors(),
                model,
                memoryGib(),
                System.getProperty("java.version"),
                load());
    }

    /** Load average of the last minute. */
    static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** Resident memory of a process in MiB. */
    static long rssMib(long pid) throws IOException {
        return kib(Path.of("/proc", Long.toString(pid), "status"), "VmRSS:") / 1024;
    }

    /** Processor time that a process has used. */
    static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("No process " + pid));
    }

    private static long memoryGib() throws IOException {
        return Math.round(kib(Path.of("/proc/meminfo"), "MemTotal:") / 1024.0 / 1024.0);
    }

    private static long kib(Path file, String key) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IOException("No " + key + " in " + file));
    }
}
