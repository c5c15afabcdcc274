package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.api.TopicSpace;
import de.einsnull.bus.artemis.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.postoffice.Binding;
import org.apache.activemq.artemis.core.postoffice.QueueBinding;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerBindingPlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerMessagePlugin;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerQueuePlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;

/**
 * Holds subscriptions to the topics of modules to what a client may hear there. What is sent to such a topic, or waits for
 * a module, says whom it is for; the queue of a client lets nothing else in.
 */
final class SpaceGuard implements ActiveMQServerQueuePlugin, ActiveMQServerMessagePlugin, ActiveMQServerBindingPlugin {

    private static final String FOR_MODULE = "module";

    /** What waits for a client without an account; older messages make room. */
    private static final long GUEST_BACKLOG = 10_000;

    private final Spaces spaces;
    private final DoorUsers users;
    private final Guests guests;
    private final String insider;

    SpaceGuard(DoorUsers users, Guests guests, String insider) {
        this.spaces = users.spaces();
        this.users = users;
        this.guests = guests;
        this.insider = insider;
    }

    @Override
    public void beforeCreateQueue(QueueConfiguration queue) throws ActiveMQException {
        var user = Objects.toString(queue.getUser(), "");
        if (user.isEmpty() || user.equals(insider)) {
            return;
        }
        var topic = queue.getAddress().toString();
        if (!spaces.has(topic)) {
            restrict(queue, Names.AUDIENCE + " IS NULL");
            return;
        }
        if (!spaces.offers(topic)) {
            throw new ActiveMQSecurityException("There is nothing to be heard on " + topic);
        }
        boolean internal = users.find(user)
                .or(() -> guests.find(user))
                .map(DoorUser::isInternal)
                .orElse(false);
        restrict(
                queue,
                internal
                        ? Names.AUDIENCE + " <> '" + FOR_MODULE + "'"
                        : Names.AUDIENCE + " = '" + TopicSpace.EVERYBODY + "'");
        if (Guests.isGuest(user)) {
            queue.setRingSize(GUEST_BACKLOG);
        }
    }

    private static void restrict(QueueConfiguration queue, String condition) {
        var before = queue.getFilterString();
        queue.setFilterString(
                before == null || before.isEmpty() ? condition : "(" + before + ") AND (" + condition + ")");
    }

    @Override
    public void beforeSend(
            ServerSession session, Transaction tx, Message message, boolean direct, boolean noAutoCreate) {
        if (message.getAddress() != null
                && message.getAddress().startsWith(TopicSpace.REQUESTS)
                && !DoorSecurity.isInside(session.getRemotingConnection())) {
            message.putStringProperty(
                    SimpleString.of(TopicSpace.ACCOUNT), SimpleString.of(account(session.getUsername())));
            message.putStringProperty(SimpleString.of(Names.AUDIENCE), SimpleString.of(FOR_MODULE));
        }
    }

    private static String account(String user) {
        return Guests.isGuest(user) ? TopicSpace.EVERYBODY : Objects.toString(user, TopicSpace.EVERYBODY);
    }

    @Override
    public void afterAddBinding(Binding binding) {
        if (isOfClient(binding)) {
            spaces.begin(binding.getAddress().toString());
        }
    }

    @Override
    public void afterRemoveBinding(Binding binding, Transaction tx, boolean deleteData) {
        if (isOfClient(binding)) {
            spaces.end(binding.getAddress().toString());
        }
    }

    private boolean isOfClient(Binding binding) {
        return binding instanceof QueueBinding queue
                && spaces.has(binding.getAddress().toString())
                && !insider.equals(Objects.toString(queue.getQueue().getUser(), ""));
    }

    /** What clients had subscribed to before the broker started; levels of modules that are yet to come are kept for them. */
    List<String> remembered(ActiveMQServer server) {
        var topics = new ArrayList<String>();
        server.getPostOffice().getAllBindings().forEach(binding -> {
            var address = binding.getAddress().toString();
            if (address.startsWith(TopicSpace.REQUESTS)) {
                spaces.reserve(address.split("/")[1]);
            }
        });
        server.getPostOffice()
                .getAllBindings()
                .filter(this::isOfClient)
                .forEach(b -> topics.add(b.getAddress().toString()));
        return topics;
    }

    /** Whether a queue on a topic of a module was made by somebody else, with other rights. */
    boolean isOfOther(Queue queue, String user) {
        return spaces.has(queue.getAddress().toString())
                && !Objects.equals(Objects.toString(queue.getUser(), ""), Objects.toString(user, ""));
    }

    /** Ends what an account had subscribed to, since its rights have changed. */
    void forget(ActiveMQServer server, String user) throws Exception {
        var queues = server.getPostOffice()
                .getAllBindings()
                .filter(b -> isOfClient(b) && !isOfOther(((QueueBinding) b).getQueue(), user))
                .map(b -> ((QueueBinding) b).getQueue().getName())
                .toList();
        for (var queue : queues) {
            server.destroyQueue(queue);
        }
    }
}
