package de.einsnull.sensors.core.sta;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.TimeValue;
import de.einsnull.sensors.sensorthings.store.Draft;
import de.einsnull.sensors.sensorthings.store.Link;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** When the observations in drafts were made. */
final class Times {

    private Times() {}

    static Collection<Instant> of(List<Draft> drafts) {
        var times = new ArrayList<Instant>();
        drafts.forEach(d -> add(d, times));
        return times;
    }

    private static void add(Draft draft, Collection<Instant> times) {
        if (draft.type() == EntityType.OBSERVATION
                && draft.values().get(EntityType.OBSERVATION.require("phenomenonTime")) instanceof TimeValue time) {
            times.add(time.start());
        }
        draft.links().values().stream()
                .flatMap(Collection::stream)
                .filter(l -> l instanceof Link.Created)
                .forEach(l -> add(((Link.Created) l).draft(), times));
    }
}
