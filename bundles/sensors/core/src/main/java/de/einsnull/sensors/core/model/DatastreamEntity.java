package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.Channel;
import de.einsnull.sensors.api.ValueType;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import javax.persistence.Table;

/** One series of a thing. */
@Entity(name = "Datastream")
@Table(name = "datastream")
@SuppressWarnings("UnusedVariable") // what SensorThings alone shows is written here and read by SQL
public class DatastreamEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    @ManyToOne
    @JoinColumn(name = "thing_id")
    private ThingEntity thing;

    @ManyToOne
    @JoinColumn(name = "sensor_id")
    private SensorEntity sensor;

    @ManyToOne
    @JoinColumn(name = "observed_property_id")
    private ObservedPropertyEntity observedProperty;

    private String name;
    private String channel;

    @Column(name = "value_type")
    private String valueType;

    private String unit;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "is_open")
    private boolean open;

    private String licence;
    private String description;
    private boolean multi;

    @Column(name = "observation_type")
    private String observationType;

    @Column(name = "unit_of_measurement")
    private String unitOfMeasurement;

    private String properties;

    protected DatastreamEntity() {}

    public DatastreamEntity(ThingEntity thing, SensorEntity sensor, ObservedPropertyEntity property, Channel channel) {
        this.thing = thing;
        this.sensor = sensor;
        this.observedProperty = property;
        this.channel = channel.id();
        this.valueType = channel.type().name();
        this.unit = channel.unit();
        this.nameKey = channel.nameKey();
        this.observationType = ObservationTypes.of(channel.type());
        this.unitOfMeasurement = Properties.write(Units.json(unit));
    }

    /** Takes over what can change. */
    public void update(String newName, boolean isOpen, String newLicence) {
        name = newName;
        open = isOpen;
        licence = newLicence;
        description = newName;
        properties = Properties.with(properties, Map.of("channel", channel, "licence", newLicence));
    }

    /** Whether it is a MultiDatastream, which has no channel. */
    public boolean multi() {
        return multi;
    }

    public long id() {
        return id;
    }

    public ThingEntity thing() {
        return thing;
    }

    public String name() {
        return name;
    }

    public Channel channel() {
        // what was written through SensorThings may state a unit of anything
        var type = ValueType.valueOf(valueType);
        var number = unit.isBlank() ? "1" : unit;
        var its = type == ValueType.NUMBER ? number : "";
        return new Channel(channel, type, its, observedProperty.definition(), nameKey);
    }

    public SensorEntity sensor() {
        return sensor;
    }

    public ObservedPropertyEntity observedProperty() {
        return observedProperty;
    }

    public boolean open() {
        return open;
    }

    public String licence() {
        return licence;
    }
}
