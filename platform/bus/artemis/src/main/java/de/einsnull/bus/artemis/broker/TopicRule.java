package de.einsnull.bus.artemis.broker;

import de.einsnull.bus.artemis.Names;
import java.util.List;

/** Beginnings of topics, by whole levels: {@code a/b} covers {@code a/b} and {@code a/b/c}, not {@code a/bc}. */
record TopicRule(List<String> prefixes) {

    private static final String ANY = "#";

    static TopicRule of(List<String> configured) {
        return new TopicRule(configured.stream()
                .map(String::strip)
                .filter(prefix -> !prefix.isEmpty())
                .map(TopicRule::withoutTail)
                .toList());
    }

    /** Whether a topic, or everything a filter matches, is covered. */
    boolean covers(String topicOrFilter) {
        return prefixes.stream().anyMatch(prefix -> covers(prefix, topicOrFilter));
    }

    /** Whether it is covered by a beginning that names its first level. */
    boolean names(String topicOrFilter) {
        return prefixes.stream().anyMatch(prefix -> !prefix.equals(ANY) && covers(prefix, topicOrFilter));
    }

    private static boolean covers(String prefix, String topic) {
        if (topic.startsWith("$") || topic.startsWith("activemq") || topic.equals(Names.DEAD_LETTERS)) {
            return false;
        }
        if (prefix.equals(ANY)) {
            return !firstLevel(topic).equals(Names.EVENTS);
        }
        return topic.equals(prefix) || topic.startsWith(prefix + "/");
    }

    private static String firstLevel(String topic) {
        var slash = topic.indexOf('/');
        return slash < 0 ? topic : topic.substring(0, slash);
    }

    private static String withoutTail(String prefix) {
        if (prefix.equals(ANY)) {
            return prefix;
        }
        var end = prefix.endsWith("/#") ? prefix.length() - 2 : prefix.length();
        return prefix.substring(0, prefix.endsWith("/") ? prefix.length() - 1 : end);
    }
}
