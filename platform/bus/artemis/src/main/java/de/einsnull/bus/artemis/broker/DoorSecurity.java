package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/** Who may do what at the broker: the platform everything, accounts what their rules say, nobody else anything. */
final class DoorSecurity implements ActiveMQSecurityManager5 {

    private static final Set<CheckType> SUBSCRIBING = EnumSet.of(
            CheckType.CONSUME,
            CheckType.BROWSE,
            CheckType.CREATE_DURABLE_QUEUE,
            CheckType.DELETE_DURABLE_QUEUE,
            CheckType.CREATE_NON_DURABLE_QUEUE,
            CheckType.DELETE_NON_DURABLE_QUEUE);

    private final DoorUsers users;
    private final String insiderName;
    private final byte[] insiderDigest;
    private final DoorUser nobody;
    private final Guests guests;
    private final Spaces spaces;

    DoorSecurity(DoorUsers users, Guests guests, Insider insider) {
        this.users = users;
        this.guests = guests;
        this.spaces = users.spaces();
        this.insiderName = insider.name();
        this.insiderDigest = DoorUser.digest(insider.password());
        this.nobody = new DoorUser("nobody", insider.password(), List.of(), List.of());
    }

    @Override
    public Subject authenticate(String name, String password, RemotingConnection connection, String domain) {
        if (name == null || password == null) {
            return null;
        }
        if (name.equals(insiderName)) {
            return isInside(connection) && MessageDigest.isEqual(insiderDigest, DoorUser.digest(password))
                    ? subject(name)
                    : null;
        }
        var user = find(name);
        // An unknown name costs as much time as a wrong password.
        var right = user.orElse(nobody).hasPassword(password);
        return right && user.isPresent() ? subject(name) : null;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType type, String address) {
        var name = nameOf(subject);
        if (name.filter(insiderName::equals).isPresent()) {
            return true;
        }
        return name.flatMap(this::find)
                .map(user -> allows(user, type, topic(address)))
                .orElse(false);
    }

    private Optional<DoorUser> find(String name) {
        return users.find(name).or(() -> guests.find(name));
    }

    /** Of a queue the broker asks by {@code <topic>::<queue>}; an account's rule is about the topic. */
    private static String topic(String address) {
        int queue = address.indexOf("::");
        return queue < 0 ? address : address.substring(0, queue);
    }

    private boolean allows(DoorUser user, CheckType type, String address) {
        if (address.startsWith(TopicSpace.REQUESTS)) {
            return (type == CheckType.SEND || type == CheckType.CREATE_ADDRESS)
                    && user.mayAsk(address.substring(TopicSpace.REQUESTS.length()));
        }
        if (spaces.has(address)) {
            return isToSubscribe(type) && user.mayHear(address);
        }
        return allowsPlain(user, type, address);
    }

    private static boolean isToSubscribe(CheckType type) {
        return type == CheckType.CREATE_ADDRESS || SUBSCRIBING.contains(type);
    }

    private static boolean allowsPlain(DoorUser user, CheckType type, String address) {
        if (SUBSCRIBING.contains(type)) {
            return user.maySubscribe(address);
        }
        return switch (type) {
            case SEND -> user.mayPublish(address);
            case CREATE_ADDRESS -> user.mayPublish(address) || user.maySubscribe(address);
            default -> false;
        };
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType checkType) {
        return false;
    }

    static boolean isInside(RemotingConnection connection) {
        return connection != null && connection.getTransportConnection() instanceof InVMConnection;
    }

    private static Subject subject(String name) {
        var subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        subject.setReadOnly();
        return subject;
    }

    private static Optional<String> nameOf(Subject subject) {
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(UserPrincipal.class).stream()
                        .map(UserPrincipal::getName)
                        .findFirst();
    }
}
