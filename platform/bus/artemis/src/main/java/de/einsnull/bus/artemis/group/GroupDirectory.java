package de.einsnull.bus.artemis.group;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.BusGroups.Group;
import de.einsnull.bus.artemis.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.activemq.artemis.api.config.ActiveMQDefaultConfiguration;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;

/** What the broker knows about groups, asked through its management address. */
final class GroupDirectory {

    private static final int ANSWER_MS = 5_000;

    private GroupDirectory() {}

    /** Names of the queues of all groups, by group. */
    static Map<String, List<String>> queues(ClientSession session) throws ActiveMQException {
        var names = (Object[]) manage(session, ResourceNames.BROKER, "getQueueNames");
        var groups = new TreeMap<String, List<String>>();
        Arrays.stream(names)
                .map(Object::toString)
                .filter(name -> !Names.groupOf(name).isEmpty())
                .sorted()
                .forEach(name -> groups.computeIfAbsent(Names.groupOf(name), group -> new ArrayList<>())
                        .add(name));
        return groups;
    }

    static List<Group> list(ClientSession session, Predicate<String> isOpen) throws ActiveMQException {
        var groups = new ArrayList<Group>();
        for (var entry : queues(session).entrySet()) {
            groups.add(group(session, entry.getKey(), entry.getValue(), isOpen));
        }
        return groups;
    }

    private static Group group(ClientSession session, String name, List<String> queues, Predicate<String> isOpen)
            throws ActiveMQException {
        var filters = new ArrayList<String>();
        var backlog = 0L;
        var consumers = 0;
        for (var queue : queues) {
            var state = session.queueQuery(SimpleString.of(queue));
            filters.add(queue.substring(queue.indexOf('|') + 1));
            backlog += state.getMessageCount();
            consumers += state.getConsumerCount();
        }
        return new Group(name, filters, isOpen.test(name), backlog, consumers);
    }

    /** Moves what waits in a queue to another and deletes the queue. */
    static void merge(ClientSession session, String from, String to) throws ActiveMQException {
        manage(session, ResourceNames.QUEUE + from, "moveMessages", "", to);
        session.deleteQueue(from);
    }

    @SuppressWarnings("try")
    private static Object manage(ClientSession session, String resource, String operation, Object... arguments)
            throws ActiveMQException {
        var address = ActiveMQDefaultConfiguration.getDefaultManagementAddress();
        try (var requestor = new ClientRequestor(session, address)) {
            var request = session.createMessage(false);
            ManagementHelper.putOperationInvocation(request, resource, operation, arguments);
            var reply = requestor.request(request, ANSWER_MS);
            if (reply == null) {
                throw new BusException("The broker did not answer a question about its queues", null);
            }
            if (!ManagementHelper.hasOperationSucceeded(reply)) {
                throw new BusException(
                        "The broker refused " + operation + ": " + ManagementHelper.getResult(reply), null);
            }
            return ManagementHelper.getResult(reply);
        } catch (ActiveMQException | BusException e) {
            throw e;
        } catch (Exception e) {
            throw new BusException("Cannot ask the broker about its queues", e);
        }
    }
}
