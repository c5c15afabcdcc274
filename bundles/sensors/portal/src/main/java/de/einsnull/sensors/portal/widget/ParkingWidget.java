package de.einsnull.sensors.portal.widget;

import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.sensors.api.Channels;
import de.einsnull.sensors.api.Datastream;
import de.einsnull.sensors.api.Kinds;
import de.einsnull.sensors.api.Value;
import de.einsnull.sensors.portal.widget.WidgetData.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where one can park now. */
@Component(service = StartWidget.class)
public final class ParkingWidget implements StartWidget {

    private static final int MOST_PLACES = 4;

    private final WidgetData data;

    /**
     * Makes the card.
     *
     * @param data the city's data
     */
    @Activate
    public ParkingWidget(@Reference WidgetData data) {
        this.data = data;
    }

    /**
     * A place to park.
     *
     * @param name its name
     * @param free free bays
     * @param capacity all bays
     */
    public record Place(String name, long free, long capacity) {}

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Optional<Card> render(PageRequest request) {
        var carParks = data.known(Kinds.CAR_PARK, request.language());
        var bays = data.known(Kinds.PARKING_BAY, request.language());
        if (carParks.isEmpty() && bays.isEmpty()) {
            return Optional.empty();
        }
        var places = places(carParks, bays);
        var all = new ArrayList<>(carParks);
        all.addAll(bays);
        var model = new HashMap<String, Object>();
        model.put("free", places.stream().mapToLong(Place::free).sum());
        model.put("places", places.stream().limit(MOST_PLACES).toList());
        model.put("observedAt", WidgetData.newest(all));
        model.put("demo", all.stream().anyMatch(seen -> seen.thing().demo()));
        return Optional.of(new Card("widget-parking", model));
    }

    /** Car parks and groups of bays, those with the most free bays first. */
    static List<Place> places(List<Seen> carParks, List<Seen> bays) {
        var places = new ArrayList<Place>();
        carParks.forEach(seen -> places.add(carPark(seen)));
        Map<String, List<Seen>> groups = bays.stream()
                .filter(seen -> !seen.thing().group().isEmpty())
                .collect(Collectors.groupingBy(seen -> seen.thing().group()));
        groups.forEach((name, group) -> places.add(new Place(name, WidgetData.count(group, State.FREE), group.size())));
        places.sort(Comparator.comparingLong((Place place) -> -place.free()).thenComparing(Place::name));
        return places;
    }

    private static Place carPark(Seen seen) {
        long free = seen.thing()
                .datastream(Channels.FREE_SPACES)
                .flatMap(Datastream::last)
                .map(last -> last.value() instanceof Value.Quantity number ? Math.round(number.number()) : 0)
                .orElse(0L);
        String capacity = seen.thing().properties().getOrDefault("capacity", "");
        return new Place(seen.thing().name(), free, capacity.matches("\\d{1,6}") ? Long.parseLong(capacity) : free);
    }
}
