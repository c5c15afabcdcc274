package de.einsnull.sensors.core.model;

import de.einsnull.sensors.api.DeviceRegistration;
import javax.persistence.CascadeType;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.OneToOne;
import javax.persistence.Table;

/** What a driver instance hears, and the thing it observes for. */
@Entity(name = "Device")
@Table(name = "device")
public class DeviceEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sensors_seq")
    private long id;

    @OneToOne(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "thing_id")
    private ThingEntity thing;

    private String instance;

    @Column(name = "external_id")
    private String externalId;

    private String model;

    @Column(name = "is_open")
    private boolean open;

    private String licence;

    protected DeviceEntity() {}

    public DeviceEntity(String instance, String externalId) {
        this.instance = instance;
        this.externalId = externalId;
        this.thing = new ThingEntity();
    }

    /** Takes over what a registration states, the thing included. */
    public void update(DeviceRegistration stated) {
        model = stated.model();
        open = stated.open();
        licence = stated.licence();
        thing.update(stated);
    }

    public boolean open() {
        return open;
    }

    public String licence() {
        return licence;
    }

    public long id() {
        return id;
    }

    public ThingEntity thing() {
        return thing;
    }

    public String instance() {
        return instance;
    }

    public String externalId() {
        return externalId;
    }

    public String model() {
        return model;
    }
}
