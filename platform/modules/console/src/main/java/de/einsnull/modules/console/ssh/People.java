package de.einsnull.modules.console.ssh;

import de.einsnull.modules.console.ConsoleUser;
import de.einsnull.security.api.Accounts;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.api.Roles;
import java.util.Optional;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may come in, and a record of who did. A key is good for nothing once its account is locked or no longer admin. */
final class People implements SessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(People.class);
    private static final String LOGIN = "console.login";

    private final Accounts accounts;
    private final AuditTrail audit;

    People(Accounts accounts, AuditTrail audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The account of city IT with that login name; empty also while accounts cannot be read. */
    Optional<ConsoleUser> find(String name) {
        try {
            return accounts.find(name)
                    .filter(identity -> identity.meets(Roles.ADMIN))
                    .map(identity -> new ConsoleUser(identity.id()));
        } catch (RuntimeException e) {
            LOG.warn("Nobody is let in to the console: accounts cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        if (event == Event.Authenticated) {
            audit.record(ConsoleServer.user((ServerSession) session).id(), LOGIN, "", true);
        }
    }

    /** What somebody typed as a name is not written down: it may be a password. */
    @Override
    public void sessionClosed(Session session) {
        if (!session.isAuthenticated()) {
            audit.record("", LOGIN, "", false);
        }
    }
}
