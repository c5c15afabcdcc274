package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The accounts at the doors, and the topics that belong to modules. Thread-safe. */
@Component(service = DoorUsers.class)
public final class DoorUsers {

    private final Map<String, DoorUser> users = new ConcurrentHashMap<>();
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Spaces spaces = new Spaces();

    /**
     * Adds or replaces an account.
     *
     * @param user the account
     */
    public void put(DoorUser user) {
        var before = users.put(user.name(), user);
        if (before != null && !before.isSameAs(user)) {
            listeners.forEach(listener -> listener.accept(user.name()));
        }
    }

    /**
     * Removes an account, unless it has been replaced meanwhile.
     *
     * @param user the account
     */
    public void remove(DoorUser user) {
        if (users.remove(user.name(), user)) {
            listeners.forEach(listener -> listener.accept(user.name()));
        }
    }

    /**
     * Takes the topics of a module.
     *
     * @param space the module's
     */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addSpace(TopicSpace space) {
        spaces.add(space);
    }

    /**
     * Lets go of a module; its topics stay its own.
     *
     * @param space the module's
     */
    public void removeSpace(TopicSpace space) {
        spaces.remove(space);
    }

    /** Topics that belong to modules. */
    Spaces spaces() {
        return spaces;
    }

    Optional<DoorUser> find(String name) {
        return name == null ? Optional.empty() : Optional.ofNullable(users.get(name));
    }

    /** Told the name of an account whose connections must not go on as they are. */
    Runnable onRevoked(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
