package de.einsnull.data.jpa.schema;

import de.einsnull.data.jpa.database.Database;
import de.einsnull.data.jpa.database.SchemaPool;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/**
 * Where schemas are brought up.
 *
 * @param database the database
 * @param turn limits how many migrations run at once
 * @param poolSize most connections of a schema
 * @param timeout longest wait for a connection
 * @param housekeeper shared by the pools
 */
public record SchemaTarget(
        Database database, Semaphore turn, int poolSize, Duration timeout, ScheduledExecutorService housekeeper) {

    SchemaPool pool(String spelling) {
        return new SchemaPool(database, spelling, poolSize, timeout, housekeeper);
    }
}
