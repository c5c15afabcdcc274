package de.einsnull.sensors.core.model;

import com.fasterxml.jackson.databind.node.TextNode;
import de.einsnull.sensors.api.SensorModel;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A model of device ("Sensor" of SensorThings). */
@Entity(name = "Sensor")
@Table(name = "sensor")
@SuppressWarnings("UnusedVariable") // what SensorThings alone shows is written here and read by SQL
public class SensorEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    @SequenceGenerator(name = "sensors_seq", sequenceName = "sensors_seq", allocationSize = 50)
    private long id;

    private String model;
    private String name;
    private String datasheet;
    private String description;

    @Column(name = "encoding_type")
    private String encodingType;

    private String metadata;

    protected SensorEntity() {}

    public SensorEntity(String model, String name, String datasheet) {
        this.model = model;
        this.name = name;
        this.datasheet = datasheet;
        this.description = model;
        this.encodingType = "text/html";
        this.metadata = Properties.write(TextNode.valueOf(datasheet));
    }

    public long id() {
        return id;
    }

    public SensorModel toModel() {
        return new SensorModel(id, model == null ? "" : model, name, datasheet);
    }
}
