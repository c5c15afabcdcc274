package de.einsnull.security.core.account;

import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.Roles;
import de.einsnull.security.api.Secrets;
import de.einsnull.security.core.db.SecurityDatabase;
import de.einsnull.security.core.db.Unavailable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the account {@code admin} when a database has none at all. Its random password stands in the secrets file
 * {@code admin-password}, which only the platform's user can read.
 */
@Component(service = FirstAdmin.class, immediate = true)
public final class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    static final String NAME = "admin";

    /** An existing file wins: the same password then opens a second, empty database. */
    static final String PASSWORD = "admin-password";

    private static final long RETRY_MILLIS = 500;

    private final Accounts accounts;
    private final SecurityDatabase database;
    private final Secrets secrets;
    private final ScheduledExecutorService scheduler;

    /** Appears with the data source, so also again after a change to another, empty database. */
    @Activate
    public FirstAdmin(
            @Reference(target = "(einsnull.schema=security)") DataSource source,
            @Reference Accounts accounts,
            @Reference SecurityDatabase database,
            @Reference Secrets secrets) {
        this(accounts, database, secrets);
        var unused = scheduler.scheduleWithFixedDelay(this::run, 0, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    FirstAdmin(Accounts accounts, SecurityDatabase database, Secrets secrets) {
        this.accounts = accounts;
        this.database = database;
        this.secrets = secrets;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "einsnull-first-admin");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        scheduler.shutdown();
    }

    private void run() {
        try {
            createIfNone();
            scheduler.shutdown();
        } catch (Unavailable e) {
            LOG.debug("The database is not there yet; trying again", e);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("The first account could not be created; correct the cause and restart this bundle", e);
            scheduler.shutdown();
        }
    }

    /** Returns whether the account was made. */
    boolean createIfNone() throws IOException {
        if (!database.transact(AccountTable::isEmpty)) {
            return false;
        }
        accounts.create(NAME, "Stadt-IT", secrets.readOrCreate(PASSWORD).toCharArray(), Set.of(Roles.ADMIN));
        LOG.info("Created the account {}; its password is in {}", NAME, secrets.file(PASSWORD));
        return true;
    }
}
