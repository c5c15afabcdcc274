package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.DeviceRegistration;
import java.util.ArrayList;
import java.util.List;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.OneToMany;
import javax.persistence.Table;

/** A thing in the city. */
@Entity(name = "Thing")
@Table(name = "thing")
public class ThingEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    private String name;
    private String description;
    private String kind;

    @Column(name = "group_name")
    private String group;

    private boolean demo;

    @ManyToOne(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "location_id")
    private LocationEntity location;

    private String properties;

    @OneToMany(mappedBy = "thing", cascade = CascadeType.PERSIST)
    private List<DatastreamEntity> datastreams = new ArrayList<>();

    /** Takes over what a registration states; the location is set apart, because it has a history. */
    public void update(DeviceRegistration stated) {
        name = stated.name();
        description = stated.description();
        kind = stated.kind();
        group = stated.group();
        demo = stated.demo();
        properties = Properties.ofThing(stated.properties(), kind, group, demo);
    }

    public void moveTo(LocationEntity place) {
        location = place;
    }

    public void add(DatastreamEntity datastream) {
        datastreams.add(datastream);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public String kind() {
        return kind;
    }

    public String group() {
        return group;
    }

    public boolean demo() {
        return demo;
    }

    public LocationEntity location() {
        return location;
    }

    public String properties() {
        return properties;
    }

    public List<DatastreamEntity> datastreams() {
        return datastreams;
    }
}
