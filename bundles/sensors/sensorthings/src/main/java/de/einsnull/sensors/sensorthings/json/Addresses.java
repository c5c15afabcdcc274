package de.einsnull.sensors.sensorthings.json;

import de.einsnull.sensors.sensorthings.model.EntityType;
import de.einsnull.sensors.sensorthings.model.Navigation;
import de.einsnull.sensors.sensorthings.parse.QueryText;
import de.einsnull.sensors.sensorthings.query.EntityPath;
import de.einsnull.sensors.sensorthings.query.Query;

/**
 * Addresses of entities.
 *
 * @param base address of the service root, without a slash at its end
 */
public record Addresses(String base) {

    /**
     * The address of an entity.
     *
     * @param type its type
     * @param id its id
     * @return {@code @iot.selfLink}
     */
    public String entity(EntityType type, long id) {
        return base + "/" + type.set() + "(" + id + ")";
    }

    /**
     * The address of what is related to an entity.
     *
     * @param navigation how
     * @param id id of the entity
     * @return {@code @iot.navigationLink}
     */
    public String related(Navigation navigation, long id) {
        return entity(navigation.source(), id) + "/" + navigation.navigationName();
    }

    /**
     * The address of what a path names.
     *
     * @param path the path
     * @return its address
     */
    public String of(EntityPath path) {
        var address = new StringBuilder(base);
        for (var step : path.steps()) {
            address.append('/')
                    .append(step.via()
                            .map(Navigation::navigationName)
                            .orElse(step.type().set()));
            step.id().ifPresent(id -> address.append('(').append(id).append(')'));
        }
        return address.toString();
    }

    /**
     * An address with query options.
     *
     * @param address without any
     * @param query the options
     * @return the address as it is given out
     */
    public static String with(String address, Query query) {
        var text = QueryText.of(query);
        return text.isEmpty() ? address : address + "?" + text;
    }
}
