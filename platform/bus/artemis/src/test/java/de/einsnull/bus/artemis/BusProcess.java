package de.einsnull.bus.artemis;

import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.bus.artemis.settings.Door.Protocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A bus in a process of its own, that can be killed. */
public final class BusProcess implements AutoCloseable {

    static final String GROUP = "uplinks";
    static final String FILTER = "ttn/#";
    static final String USER = "gateway";

    private final Process process;

    private BusProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts the process and waits until its door is open.
     *
     * @param receive whether it also receives what arrives, or only collects it
     */
    static BusProcess start(Path directory, int port, boolean receive) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusProcess.class.getName(),
                        directory.toString(),
                        "" + port,
                        "" + receive)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var line = out.readLine();
        if (!"open".equals(line)) {
            process.destroyForcibly();
            throw new IOException("The bus did not start: " + line);
        }
        return new BusProcess(process);
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) throws Exception {
        var bus = TestBus.in(Path.of(args[0]))
                .door(Protocol.MQTT, Integer.parseInt(args[1]))
                .user(USER, List.of("ttn"), List.of("ttn"))
                .start();
        var received = new AtomicLong();
        var subscription = bus.bus().subscribe(SubscriptionSpec.durable(GROUP, FILTER), (batch, outlet) -> {
            if (received.addAndGet(batch.size()) % 10_000 < batch.size()) {
                System.err.println("received " + received + ", batch " + batch.size());
            }
        });
        if (!Boolean.parseBoolean(args[2])) {
            subscription.close();
        }
        System.out.println("open");
        Thread.currentThread().join();
    }
}
