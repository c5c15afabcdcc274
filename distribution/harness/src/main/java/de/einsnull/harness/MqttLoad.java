package de.einsnull.harness;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Gateways that publish with QoS 1: a fixed number of messages over a few clients, each with a bounded number in flight.
 * What was not acknowledged before a connection broke is sent again, as a gateway does.
 */
public final class MqttLoad implements AutoCloseable {

    private static final int IN_FLIGHT = 200;

    private final List<Mqtt3AsyncClient> clients = new ArrayList<>();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong resent = new AtomicLong();

    /**
     * Connects.
     *
     * @param port MQTT port on loopback
     * @param user user name
     * @param password its password
     * @param count number of clients
     */
    public MqttLoad(int port, String user, String password, int count) {
        for (var i = 0; i < count; i++) {
            var client = Mqtt3Client.builder()
                    .identifier("gateway-" + i)
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .automaticReconnect()
                    .initialDelay(100, TimeUnit.MILLISECONDS)
                    .maxDelay(1, TimeUnit.SECONDS)
                    .applyAutomaticReconnect()
                    .simpleAuth()
                    .username(user)
                    .password(password.getBytes(StandardCharsets.UTF_8))
                    .applySimpleAuth()
                    .buildAsync();
            client.connectWith().cleanSession(false).keepAlive(10).send().join();
            clients.add(client);
        }
    }

    /**
     * Publishes messages and waits until each is acknowledged.
     *
     * @param messages number of messages in all
     * @param message makes the message of a number
     * @param limit longest time
     * @return time from the first message to the last acknowledgement
     * @throws InterruptedException when the calling thread is interrupted
     */
    public Duration publish(long messages, LongFunction<Message> message, Duration limit) throws InterruptedException {
        var start = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (var c = 0; c < clients.size(); c++) {
            var client = clients.get(c);
            var from = c;
            var thread = new Thread(() -> publishAll(client, from, messages, message), "gateway-" + c);
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join(Math.max(1, limit.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
            if (thread.isAlive()) {
                threads.forEach(Thread::interrupt);
                throw new IllegalStateException(
                        "Only " + acknowledged + " of " + messages + " acknowledged in " + limit);
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void publishAll(Mqtt3AsyncClient client, int from, long messages, LongFunction<Message> message) {
        var window = new Semaphore(IN_FLIGHT);
        try {
            for (long n = from; n < messages; n += clients.size()) {
                window.acquire();
                send(client, message.apply(n), window);
            }
            window.acquire(IN_FLIGHT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Mqtt3AsyncClient client, Message message, Semaphore window) {
        var unused = client.publishWith()
                .topic(message.topic())
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(message.payload())
                .send()
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        acknowledged.incrementAndGet();
                        window.release();
                    } else {
                        resent.incrementAndGet();
                        send(client, message, window);
                    }
                });
    }

    /**
     * Messages acknowledged so far.
     *
     * @return number of messages
     */
    public long acknowledged() {
        return acknowledged.get();
    }

    /**
     * Messages that had to be sent again after a connection broke.
     *
     * @return number of messages
     */
    public long resent() {
        return resent.get();
    }

    @Override
    public void close() {
        clients.forEach(client -> {
            var unused = client.disconnect();
        });
    }

    /**
     * A message to publish.
     *
     * @param topic topic
     * @param payload content
     */
    public record Message(String topic, byte[] payload) {}
}
