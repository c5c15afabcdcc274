package de.einsnull.search.core;

import de.einsnull.bus.api.EventPublisher;
import de.einsnull.search.api.SearchChanged;
import de.einsnull.search.api.SearchChanges;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells all nodes of changes by the bus. */
@Component
public final class ChangePublisher implements SearchChanges {

    private static final URI SOURCE = URI.create("/search");

    private final EventPublisher publisher;
    private final Clock clock;

    /** Publishes here. */
    @Activate
    public ChangePublisher(@Reference EventPublisher publisher) {
        this(publisher, Clock.systemUTC());
    }

    ChangePublisher(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> changed(String type, String id) {
        return publisher.publish(new SearchChanged(type, id).event(SOURCE, clock.instant()));
    }
}
