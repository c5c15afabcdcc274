package de.einsnull.bus.artemis;

/** Names on the broker. */
public final class Names {

    /** Queues of durable groups are {@code group:<name>|<filter>}. */
    public static final String GROUP_PREFIX = "group:";

    /** Queues of live subscriptions are {@code live:<name>|<filter>|<random>}. */
    public static final String LIVE_PREFIX = "live:";

    /** Address and queue of what could not be handled. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** Where expired messages go: nothing is bound there. */
    public static final String EXPIRED = "expired";

    /** Property that says whom a message on a topic of a module is for. */
    public static final String AUDIENCE = "einsnull_audience";

    /** First level of the topics of city events. */
    public static final String EVENTS = "events";

    private Names() {}

    /**
     * Name of a group's queue for one of its filters.
     *
     * @param group group
     * @param filter topic filter
     */
    public static String queue(String group, String filter) {
        return GROUP_PREFIX + group + "|" + filter;
    }

    /**
     * Group of a queue.
     *
     * @param queue name of a queue
     * @return the group, or empty if the queue is none of a group
     */
    public static String groupOf(String queue) {
        var bar = queue.indexOf('|');
        return queue.startsWith(GROUP_PREFIX) && bar > 0 ? queue.substring(GROUP_PREFIX.length(), bar) : "";
    }
}
