package de.einsnull.sensors.core.registry;

import de.einsnull.sensors.api.SensorDataException;
import de.einsnull.sensors.core.store.SensorDatabase;
import java.sql.SQLException;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.PersistenceException;

/** Transactions with a persistence context that lives as long as they do. */
final class Jpa {

    /** Work with a persistence context. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it. */
        T with(EntityManager manager) throws SQLException;
    }

    private final EntityManagerFactory factory;
    private final SensorDatabase database;

    Jpa(EntityManagerFactory factory, SensorDatabase database) {
        this.factory = factory;
        this.database = database;
    }

    /** Runs work in a transaction of its own; rolls back when it throws. */
    <T> T inTransaction(String what, Work<T> work) {
        // EclipseLink tries for ten seconds to reach a database that is away; plain JDBC says so at once.
        database.call(what, connection -> true);
        try {
            return run(work);
        } catch (PersistenceException | SQLException e) {
            throw new SensorDataException("The database could not " + what, e);
        }
    }

    private <T> T run(Work<T> work) throws SQLException {
        var manager = factory.createEntityManager();
        try {
            manager.getTransaction().begin();
            T result = work.with(manager);
            manager.getTransaction().commit();
            return result;
        } finally {
            if (manager.getTransaction().isActive()) {
                manager.getTransaction().rollback();
            }
            manager.close();
        }
    }
}
