package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.artemis.link.BrokerLink;
import java.util.List;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.core.SimpleString;

/** The durable groups on the broker. */
public final class GroupStore {

    private final BrokerLink link;

    /**
     * Creates the store.
     *
     * @param link broker
     */
    public GroupStore(BrokerLink link) {
        this.link = link;
    }

    /**
     * Lists the groups.
     *
     * @param isOpen tells whether a group is open on this node
     */
    public List<Group> list(Predicate<String> isOpen) {
        return link.call(session -> GroupDirectory.list(session, isOpen));
    }

    /**
     * Deletes a group.
     *
     * @param group name
     * @return how many messages were dropped
     */
    public long forget(String group) {
        return link.call(session -> {
            var dropped = 0L;
            for (var queue : GroupDirectory.queues(session).getOrDefault(group, List.of())) {
                dropped += session.queueQuery(SimpleString.of(queue)).getMessageCount();
                session.deleteQueue(queue);
            }
            return dropped;
        });
    }

    /**
     * Deletes queues of filters that a group no longer has; what waits in them moves to one of its other queues.
     *
     * @param group name
     * @param queues queues it has now, of which the first exists
     */
    public void prune(String group, List<String> queues) {
        link.call(session -> {
            for (var queue : GroupDirectory.queues(session).getOrDefault(group, List.of())) {
                if (!queues.contains(queue)) {
                    GroupDirectory.merge(session, queue, queues.get(0));
                }
            }
            return null;
        });
    }
}
