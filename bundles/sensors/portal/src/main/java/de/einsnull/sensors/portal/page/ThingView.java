package de.einsnull.sensors.portal.page;

import de.einsnull.sensors.api.Thing;
import de.einsnull.sensors.portal.layer.LayerSpec;
import de.einsnull.sensors.portal.layer.ThingState;
import java.time.Instant;
import java.util.Locale;

/**
 * A thing, as templates see it.
 *
 * @param id id of the thing
 * @param name what people call it
 * @param description a sentence about it, may be empty
 * @param group what it belongs to, may be empty
 * @param layerKey key of the name of its layer
 * @param icon icon of its layer
 * @param state its state in small letters; a template must not make them small, Turkish has an i of its own
 * @param stateText the state in words
 * @param value further value, may be empty
 * @param observedAt when it was observed, null if it never was
 * @param demo whether it is made up
 */
public record ThingView(
        long id,
        String name,
        String description,
        String group,
        String layerKey,
        String icon,
        String state,
        String stateText,
        String value,
        Instant observedAt,
        boolean demo) {

    static ThingView of(Thing thing, ThingState state) {
        var layer = LayerSpec.of(thing.kind());
        return new ThingView(
                thing.id(),
                thing.name(),
                thing.description(),
                thing.group(),
                layer.titleKey(),
                layer.icon(),
                state.state().name().toLowerCase(Locale.ROOT),
                state.text(),
                state.value(),
                state.at().orElse(null),
                thing.demo());
    }
}
