package de.einsnull.sensors.core.model;

import java.sql.Timestamp;
import java.time.Instant;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

/** Since when a thing is at a place. */
@Entity(name = "HistoricalLocation")
@Table(name = "historical_location")
public class HistoricalLocationEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    @ManyToOne
    @JoinColumn(name = "thing_id")
    private ThingEntity thing;

    @ManyToOne
    @JoinColumn(name = "location_id")
    private LocationEntity location;

    private Timestamp since;

    protected HistoricalLocationEntity() {}

    public HistoricalLocationEntity(ThingEntity thing, LocationEntity location, Instant since) {
        this.thing = thing;
        this.location = location;
        this.since = Timestamp.from(since);
    }

    public ThingEntity thing() {
        return thing;
    }

    public LocationEntity location() {
        return location;
    }

    public Instant since() {
        return since.toInstant();
    }
}
