package de.einsnull.sensors.portal.widget;

import de.einsnull.portal.api.MapFeature.State;
import de.einsnull.portal.api.PageRequest;
import de.einsnull.portal.api.StartWidget;
import de.einsnull.sensors.api.Kinds;
import java.util.HashMap;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where one can charge a car now. */
@Component(service = StartWidget.class)
public final class ChargingWidget implements StartWidget {

    private final WidgetData data;

    /**
     * Makes the card.
     *
     * @param data the city's data
     */
    @Activate
    public ChargingWidget(@Reference WidgetData data) {
        this.data = data;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public Optional<Card> render(PageRequest request) {
        var points = data.known(Kinds.CHARGING_POINT, request.language());
        if (points.isEmpty()) {
            return Optional.empty();
        }
        var model = new HashMap<String, Object>();
        model.put("free", WidgetData.count(points, State.FREE));
        model.put("total", (long) points.size());
        model.put("faults", WidgetData.count(points, State.FAULT));
        model.put("observedAt", WidgetData.newest(points));
        model.put("demo", points.stream().anyMatch(seen -> seen.thing().demo()));
        return Optional.of(new Card("widget-charging", model));
    }
}
