package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.ObservedProperty;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** What is observed. */
@Entity(name = "ObservedProperty")
@Table(name = "observed_property")
@SuppressWarnings("UnusedVariable") // what SensorThings alone shows is written here and read by SQL
public class ObservedPropertyEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    private String definition;
    private String name;
    private String description;

    protected ObservedPropertyEntity() {}

    public ObservedPropertyEntity(String definition, String name) {
        this.definition = definition;
        this.name = name;
        this.description = name;
    }

    public long id() {
        return id;
    }

    public String definition() {
        return definition;
    }

    public ObservedProperty toProperty() {
        return new ObservedProperty(id, definition, name);
    }
}
