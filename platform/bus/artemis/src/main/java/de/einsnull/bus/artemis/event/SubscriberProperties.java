package de.einsnull.bus.artemis.event;

import de.einsnull.bus.api.SubscribesTo;
import de.einsnull.bus.api.SubscriptionSpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the service properties of {@link SubscribesTo}. */
final class SubscriberProperties {

    private static final long MAX_DELAY_MS = 3_600_000;

    private SubscriberProperties() {}

    /** Events come one at a time, so that with one at once they stay in order even when one fails. */
    static SubscriptionSpec spec(Map<String, Object> properties) {
        var group = properties.get(SubscribesTo.PREFIX_ + "group");
        if (!(group instanceof String name)) {
            throw new IllegalArgumentException("The property " + SubscribesTo.PREFIX_ + "group is missing");
        }
        var types = strings(properties.get(SubscribesTo.PREFIX_ + "types"));
        var delay = number(properties, "retryDelayInMs", 2_000);
        if (delay < 0 || delay > MAX_DELAY_MS) {
            throw new IllegalArgumentException("retryDelayInMs must be 0 to " + MAX_DELAY_MS + ", not " + delay);
        }
        return new SubscriptionSpec(
                name,
                types.stream().map(EventCodec::topic).toList(),
                true,
                (int) number(properties, "concurrency", 1),
                1,
                (int) number(properties, "maxAttempts", 5),
                Duration.ofMillis(delay));
    }

    private static List<String> strings(Object value) {
        if (value instanceof String one) {
            return List.of(one);
        }
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Objects::toString).toList();
        }
        if (value instanceof Collection<?> many) {
            return many.stream().map(Objects::toString).toList();
        }
        throw new IllegalArgumentException("The property " + SubscribesTo.PREFIX_ + "types is missing");
    }

    private static long number(Map<String, Object> properties, String name, long otherwise) {
        var value = properties.get(SubscribesTo.PREFIX_ + name);
        if (value == null) {
            return otherwise;
        }
        return value instanceof Number number
                ? number.longValue()
                : Long.parseLong(value.toString().strip());
    }
}
