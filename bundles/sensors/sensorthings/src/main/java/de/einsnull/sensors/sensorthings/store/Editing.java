package de.einsnull.sensors.sensorthings.store;

/** Works out what changes, from what there is. */
@FunctionalInterface
public interface Editing {

    /**
     * Called once, within the transaction that changes the entity.
     *
     * @param current the entity as it is, with all its properties and nothing expanded
     * @return what to change
     */
    Draft edit(Entity current);
}
