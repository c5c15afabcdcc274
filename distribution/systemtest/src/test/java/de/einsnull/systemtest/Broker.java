package de.einsnull.systemtest;

import de.einsnull.testkit.city.Distribution;
import de.einsnull.testkit.city.Ports;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** An external broker that can be killed and started again. */
final class Broker implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port = Ports.free();
    private final Path directory = Distribution.newDirectory("broker");
    private Process process;

    Broker() {
        start();
    }

    /** What {@code ./start --broker} takes. */
    String url() {
        return "tcp://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Starts the process, with what earlier ones stored, and returns when it listens. */
    void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerProcess.class.getName(),
                            Integer.toString(port),
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("console.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Waits.until("the broker", LIMIT, () -> {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        });
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
