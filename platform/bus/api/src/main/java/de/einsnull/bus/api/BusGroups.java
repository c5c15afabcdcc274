package de.einsnull.bus.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What waits for which group, for operators. Safe for use by several threads. */
@ProviderType
public interface BusGroups {

    /**
     * Lists the durable groups that the broker knows and those open on this node.
     *
     * @return the groups, by name
     * @throws BusException while the broker is not reachable
     */
    List<Group> list();

    /**
     * A group.
     *
     * @param name name of the group
     * @param filters topic filters it collects from, in the broker's order
     * @param open whether it is open on this node
     * @param backlog number of messages that wait, including those under way to a member
     * @param consumers number of open consumers on all nodes
     */
    record Group(String name, List<String> filters, boolean open, long backlog, int consumers) {

        /** Copies the filters. */
        public Group {
            filters = List.copyOf(filters);
        }
    }
}
