package de.einsnull.bus.api;

import java.time.Duration;
import java.util.List;

/**
 * What a subscription wants.
 *
 * @param group name of the queue, the same over restarts and nodes: letters, digits, dots, hyphens and underscores
 * @param filters topic filters in MQTT form, one or more
 * @param durable whether messages are collected while nobody of the group runs; if not, every node gets every message
 *     that is sent while it listens
 * @param concurrency batches handled at once on this node, 1 to 32; with 1 messages arrive in order
 * @param maxBatch most messages in one call, 1 to 10,000
 * @param maxAttempts attempts before a message becomes a {@link DeadLetter}, 1 to 100
 * @param retryDelay pause after a failed batch
 */
public record SubscriptionSpec(
        String group,
        List<String> filters,
        boolean durable,
        int concurrency,
        int maxBatch,
        int maxAttempts,
        Duration retryDelay) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public SubscriptionSpec {
        filters = List.copyOf(filters);
        if (!group.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new IllegalArgumentException("Not a group name: '" + group + "'");
        }
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("A subscription needs a topic filter");
        }
        requireRange("concurrency", concurrency, 32);
        requireRange("maxBatch", maxBatch, 10_000);
        requireRange("maxAttempts", maxAttempts, 100);
        if (retryDelay.isNegative()) {
            throw new IllegalArgumentException("retryDelay is negative");
        }
    }

    /**
     * A durable group with one worker, batches of up to 500, five attempts and two seconds between them.
     *
     * @param group name of the group
     * @param filters topic filters
     * @return the specification
     */
    public static SubscriptionSpec durable(String group, String... filters) {
        return new SubscriptionSpec(group, List.of(filters), true, 1, 500, 5, Duration.ofSeconds(2));
    }

    /**
     * A subscription of this node alone that loses what is sent while it is not open.
     *
     * @param group name, unique on this node
     * @param filters topic filters
     * @return the specification
     */
    public static SubscriptionSpec live(String group, String... filters) {
        return new SubscriptionSpec(group, List.of(filters), false, 1, 500, 1, Duration.ZERO);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", not " + value);
        }
    }
}
