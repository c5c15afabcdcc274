package de.example.benches;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;

/** One bench. The script {@code V1__bench.sql} makes its table. */
@Entity
public class Bench {

    @Id
    private long id;

    private String name;
    private double longitude;
    private double latitude;

    /** Id of the account that takes care of it, null for nobody. */
    @Column(name = "adopted_by")
    private String adoptedBy;

    /** JPA 2.2 knows no Instant. */
    @Column(name = "adopted_at")
    private OffsetDateTime adoptedAt;

    /** For JPA. */
    protected Bench() {}

    /** A bench that nobody takes care of yet. */
    public Bench(long id, String name, double longitude, double latitude) {
        this.id = id;
        this.name = name;
        this.longitude = longitude;
        this.latitude = latitude;
    }

    void adopt(String account, Instant at) {
        adoptedBy = account;
        adoptedAt = at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public double getLongitude() {
        return longitude;
    }

    public double getLatitude() {
        return latitude;
    }

    public Instant getAdoptedAt() {
        return adoptedAt == null ? null : adoptedAt.toInstant();
    }

    public String getAdoptedBy() {
        return adoptedBy;
    }

    /** Everybody may know that somebody cares, nobody needs to know who. */
    public boolean isAdopted() {
        return adoptedBy != null;
    }
}
