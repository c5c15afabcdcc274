package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.Position;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A place where a thing is or was. */
@Entity(name = "Location")
@Table(name = "location")
@SuppressWarnings("UnusedVariable") // what SensorThings alone shows is written here and read by SQL
public class LocationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    private String name;
    private String description;

    @Column(name = "encoding_type")
    private String encodingType;

    private String location;
    private String shape;
    private Double longitude;
    private Double latitude;

    @Column(name = "min_lon")
    private Double minLon;

    @Column(name = "min_lat")
    private Double minLat;

    @Column(name = "max_lon")
    private Double maxLon;

    @Column(name = "max_lat")
    private Double maxLat;

    protected LocationEntity() {}

    public LocationEntity(String name, Position position) {
        this.name = name;
        this.description = name;
        this.encodingType = "application/geo+json";
        this.shape = "POINT";
        this.longitude = position.longitude();
        this.latitude = position.latitude();
        this.minLon = longitude;
        this.maxLon = longitude;
        this.minLat = latitude;
        this.maxLat = latitude;
        this.location = "{\"type\":\"Point\",\"coordinates\":[" + longitude + "," + latitude + "]}";
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Where it is on a map, empty if it says that in words. */
    public Optional<Position> position() {
        return longitude == null || latitude == null
                ? Optional.empty()
                : Optional.of(new Position(longitude, latitude));
    }
}
