package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.SensorModel;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A model of device ("Sensor" of SensorThings). */
@Entity(name = "Sensor")
@Table(name = "sensor")
public class SensorEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    @SequenceGenerator(name = "sensors_seq", sequenceName = "sensors_seq", allocationSize = 50)
    private long id;

    private String model;
    private String name;
    private String datasheet;

    protected SensorEntity() {}

    public SensorEntity(String model, String name, String datasheet) {
        this.model = model;
        this.name = name;
        this.datasheet = datasheet;
    }

    public long id() {
        return id;
    }

    public SensorModel toModel() {
        return new SensorModel(id, model, name, datasheet);
    }
}
