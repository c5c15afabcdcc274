package de.einsnull.bus.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Service properties of an {@link EventSubscriber}, all with the prefix {@value #PREFIX_}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SubscribesTo {

    /** Prefix of the service properties. */
    String PREFIX_ = "einsnull.bus.";

    /**
     * Which events, by type. {@code *} stands for one segment and a trailing {@code #} for any number of them:
     * {@code de.einsnull.sensors.*.v1}, {@code de.einsnull.payment.#}.
     *
     * @return one or more patterns
     */
    String[] types();

    /**
     * Name of the durable queue, unique for the purpose and the same over restarts and nodes.
     *
     * @return letters, digits, dots and hyphens, for example {@code knowledge.indexer}
     */
    String group();

    /**
     * How many events of this group are handled at once on this node. With 1, events arrive in order.
     *
     * @return 1 to 32
     */
    int concurrency() default 1;

    /**
     * How often an event is tried before it becomes a dead letter.
     *
     * @return 1 to 100
     */
    int maxAttempts() default 5;

    /**
     * Pause before an event that failed is tried again.
     *
     * @return milliseconds, 0 to 3,600,000
     */
    long retryDelayInMs() default 2_000;
}
