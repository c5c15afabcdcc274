package de.example.benches;

import de.einsnull.bus.api.CityEvent;
import de.einsnull.data.api.Outbox;
import de.einsnull.search.api.SearchChanged;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Benches in the schema of this module, by JPA. It is there when the scripts in {@code db/migration} have run. */
@Component
public final class StoredBenches implements Benches {

    static final String ADOPTED = "de.example.benches.adopted.v1";

    private static final URI SOURCE = URI.create("/benches");

    private final JpaTemplate jpa;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public StoredBenches(@Reference(target = "(osgi.unit.name=benches)") JpaTemplate jpa, @Reference Outbox outbox) {
        this.jpa = jpa;
        this.outbox = outbox;
    }

    @Override
    public List<Bench> all() {
        return jpa.txExpr(
                TransactionType.Required, em -> em.createQuery("select b from Bench b order by b.id", Bench.class)
                        .getResultList());
    }

    @Override
    public List<Bench> adoptedBy(String account) {
        return jpa.txExpr(TransactionType.Required, em -> ofAccount(em, account));
    }

    /** Row and event are stored together or not at all. */
    @Override
    public boolean adopt(long id, String account) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var bench = em.find(Bench.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (bench == null || bench.isAdopted()) {
                return false;
            }
            bench.adopt(account, clock.instant());
            em.flush();
            tell(em, id);
            tellSearch(em, id);
            return true;
        });
    }

    @Override
    public int release(String account) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var benches = ofAccount(em, account);
            benches.forEach(bench -> bench.adopt(null, null));
            em.flush();
            benches.forEach(bench -> tellSearch(em, bench.getId()));
            return benches.size();
        });
    }

    private static List<Bench> ofAccount(EntityManager em, String account) {
        return em.createQuery("select b from Bench b where b.adoptedBy = :account order by b.id", Bench.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** Who it was is nobody else's business: the event has the number of the bench only. */
    private void tell(EntityManager em, long id) {
        try {
            var event = CityEvent.of(SOURCE, ADOPTED, Long.toString(id), clock.instant(), "{}");
            outbox.append(em.unwrap(Connection.class), event);
        } catch (SQLException e) {
            throw new IllegalStateException("The event could not be stored", e);
        }
    }

    /** What is found of the bench says whether somebody cares for it. */
    private void tellSearch(EntityManager em, long id) {
        try {
            var changed = new SearchChanged(BenchesSearch.TYPE, Long.toString(id));
            outbox.append(em.unwrap(Connection.class), changed.event(SOURCE, clock.instant()));
        } catch (SQLException e) {
            throw new IllegalStateException("The event could not be stored", e);
        }
    }
}
