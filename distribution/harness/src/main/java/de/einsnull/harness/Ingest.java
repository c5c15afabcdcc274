package de.einsnull.harness;

import de.einsnull.harness.MqttLoad.Message;
import de.einsnull.testkit.city.City;
import de.einsnull.testkit.city.Waits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A fixed number of messages with two readings each, from a hundred devices through four MQTT clients with QoS 1, and what
 * became of them. The city must run with the demo, whose JSON driver reads them.
 */
public final class Ingest {

    /** Readings in a message. */
    public static final int READINGS_EACH = 2;

    private static final int DEVICES = 100;
    private static final int CLIENTS = 4;
    private static final List<String> IDS =
            IntStream.range(0, DEVICES).mapToObj(n -> "ingest-" + n).toList();

    private final City city;
    private final Sensors sensors;
    private final int messages;
    private final Duration limit;
    private final Instant first;
    private final List<Long> things;

    /**
     * Registers the devices.
     *
     * @param messages how many, a multiple of 100
     * @param limit longest time for sending and for storing
     */
    public Ingest(City city, int messages, Duration limit) throws IOException {
        if (messages % DEVICES != 0) {
            throw new IllegalArgumentException("Want a multiple of " + DEVICES + ", not " + messages);
        }
        this.city = city;
        this.messages = messages;
        this.limit = limit;
        sensors = new Sensors(city);
        first = Instant.now().minusSeconds(messages);
        things = sensors.register("demo-mqtt", "", IDS);
    }

    /**
     * Sends everything and waits until the last message is acknowledged.
     *
     * @return how long that took
     */
    public Duration send() throws IOException, InterruptedException {
        try (MqttLoad load = load()) {
            return load.publish(messages, this::message, limit);
        }
    }

    /** Sends everything, with {@code kill -9} when half of it is acknowledged, and a new start. */
    public Duration sendAcrossKill() throws IOException, InterruptedException {
        try (MqttLoad load = load()) {
            CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> {
                Waits.until("half of the messages", limit, () -> load.acknowledged() >= messages / 2);
                city.kill();
                city.start();
            });
            Duration time = load.publish(messages, this::message, limit);
            killer.join();
            return time;
        }
    }

    private MqttLoad load() throws IOException {
        return new MqttLoad(city.mqttPort(), "gateway", sensors.gatewayPassword(), CLIENTS);
    }

    private Message message(long number) {
        String json = "{\"time\":\"" + first.plusMillis(number * 1_000 / DEVICES) + "\",\"seq\":" + number
                + ",\"temperature\":" + number / DEVICES + ",\"humidity\":" + number / DEVICES + "}";
        return new Message("demo/sensors/" + IDS.get((int) (number % DEVICES)), json.getBytes(StandardCharsets.UTF_8));
    }

    /** How many observations there should be. */
    public long expected() {
        return (long) messages * READINGS_EACH;
    }

    /** How many observations there are. */
    public long stored() throws IOException {
        long sum = 0;
        for (long datastream : datastreams()) {
            sum += sensors.count(datastream);
        }
        return sum;
    }

    /** Waits until there are as many observations as there should be. */
    public void awaitStored() {
        Waits.until("all observations to be stored", limit, () -> stored() >= expected());
    }

    /** Datastreams that have not exactly the readings of their device, each once and in order; empty when all is well. */
    public List<String> differences() throws IOException {
        List<Double> each = LongStream.range(0, messages / DEVICES)
                .mapToObj(number -> (double) number)
                .toList();
        List<String> differences = new ArrayList<>();
        for (long datastream : datastreams()) {
            List<Double> results = sensors.results(datastream);
            if (!results.equals(each)) {
                differences.add("datastream " + datastream + ": " + results);
            }
        }
        return differences;
    }

    private List<Long> datastreams() throws IOException {
        List<Long> all = new ArrayList<>();
        for (long thing : things) {
            all.addAll(sensors.datastreams(thing));
        }
        return all;
    }
}
