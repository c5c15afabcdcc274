package de.example.benches;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.bus.api.EventSubscriber;
import de.einsnull.bus.api.SubscribesTo;
import de.einsnull.health.api.Metrics;
import de.einsnull.web.api.LiveStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hears from the bus that a bench was adopted, counts it, and lets open maps fetch the layer again. */
@Component
@SubscribesTo(types = StoredBenches.ADOPTED, group = "benches.news")
public final class AdoptionNews implements EventSubscriber {

    private final LiveStream live;
    private final Metrics.Counter adoptions;

    @Activate
    public AdoptionNews(@Reference LiveStream live, @Reference Metrics metrics) {
        this.live = live;
        this.adoptions = metrics.counter("benches.adopted", "Benches that somebody adopted");
    }

    /** Safe to be called twice with the same event: the map is fetched once more, and that is all. */
    @Override
    public void onEvent(CityEvent event) {
        adoptions.increment();
        live.publish("map/" + BenchesLayer.ID, "{\"bench\":" + event.subject() + "}");
    }
}
