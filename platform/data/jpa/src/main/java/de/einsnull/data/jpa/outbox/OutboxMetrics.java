package de.einsnull.data.jpa.outbox;

import de.einsnull.health.api.Metrics;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes how many events wait. */
@Component(
        service = {},
        immediate = true)
public final class OutboxMetrics {

    @Activate
    public OutboxMetrics(@Reference OutboxService relay, @Reference Metrics metrics) {
        metrics.gauge("data.outbox.pending", "Events in the outbox that wait to be published.", relay::pending);
    }
}
