package de.einsnull.sensors.admin.command;

import de.einsnull.security.api.Accounts;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Login names of accounts by their ids, for people who read who did what. Thread-safe. */
@Component(service = People.class)
public final class People {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);

    private final Accounts accounts;

    /**
     * Takes the service.
     *
     * @param accounts knows the accounts
     */
    @Activate
    public People(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /** All of them; none while the accounts cannot be read, then the ids are shown. */
    Map<String, String> names() {
        try {
            return accounts.entries().stream()
                    .collect(Collectors.toMap(account -> account.identity().id(), Accounts.Entry::name));
        } catch (RuntimeException e) {
            LOG.warn("The names of accounts cannot be read; their ids are shown", e);
            return Map.of();
        }
    }
}
