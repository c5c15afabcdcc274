package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.Position;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A place where a thing is or was. */
@Entity(name = "Location")
@Table(name = "location")
public class LocationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    private String name;
    private double longitude;
    private double latitude;

    protected LocationEntity() {}

    public LocationEntity(String name, Position position) {
        this.name = name;
        this.longitude = position.longitude();
        this.latitude = position.latitude();
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Position position() {
        return new Position(longitude, latitude);
    }
}
