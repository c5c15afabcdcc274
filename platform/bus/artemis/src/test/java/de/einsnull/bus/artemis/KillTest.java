package de.einsnull.bus.artemis;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import de.einsnull.bus.api.SubscriptionSpec;
import de.einsnull.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without this, a measurement that the platform has acknowledged to a gateway would be lost when the process dies. */
class KillTest {

    private static final int ENOUGH = 3_000;
    private static final int IN_FLIGHT = 100;

    @TempDir
    Path directory;

    @Test
    void nothingThatWasAcknowledgedIsLostByKillMinus9() throws Exception {
        var port = TestBus.freePort();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (var process = BusProcess.start(directory, port, false)) {
            var first = publishForEver(port, "first", acknowledged);
            var second = publishForEver(port, "second", acknowledged);
            Eventually.eventually("enough is acknowledged", () -> acknowledged.size() > ENOUGH);
            process.kill();
            first.interrupt();
            second.interrupt();
            first.join();
            second.join();
        }
        try (var bus = TestBus.in(directory).start()) {
            var inbox = new Inbox();
            try (var subscription =
                    bus.bus().subscribe(SubscriptionSpec.durable(BusProcess.GROUP, BusProcess.FILTER), inbox)) {
                Eventually.eventually(
                        "all have arrived",
                        () -> inbox.messages().size() >= acknowledged.size() && subscription.backlog() == 0);
            }
            assertThat(Set.copyOf(inbox.texts())).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(ENOUGH);
        }
    }

    private static Thread publishForEver(int port, String name, Set<String> acknowledged) {
        var client =
                MqttClient.login(MqttClient.v3(port, name), BusProcess.USER).toAsync();
        var thread = new Thread(() -> publish(client, name, acknowledged), name);
        thread.start();
        return thread;
    }

    private static void publish(Mqtt3AsyncClient client, String name, Set<String> acknowledged) {
        var room = new Semaphore(IN_FLIGHT);
        try {
            for (var i = 0; client.getState().isConnected(); i++) {
                room.acquire();
                var text = name + i;
                var sent = client.publishWith()
                        .topic("ttn/" + name)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(text.getBytes(StandardCharsets.UTF_8))
                        .send()
                        .whenComplete((publish, failure) -> {
                            if (failure == null) {
                                acknowledged.add(text);
                            }
                            room.release();
                        });
                assertThat(sent).isNotNull();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
