package de.einsnull.bus.artemis.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** An account at the doors. Keeps a digest of the password only. */
public final class DoorUser {

    private final String name;
    private final byte[] digest;
    private final TopicRule publish;
    private final TopicRule subscribe;

    /**
     * Creates an account.
     *
     * @param name name
     * @param password password, not empty
     * @param publish beginnings of topics it may publish to
     * @param subscribe beginnings of topics it may subscribe to
     */
    public DoorUser(String name, String password, List<String> publish, List<String> subscribe) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("Not a name for an account of the bus: '" + name + "'");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The account '" + name + "' of the bus has no password");
        }
        this.name = name;
        this.digest = digest(password);
        this.publish = TopicRule.of(publish);
        this.subscribe = TopicRule.of(subscribe);
    }

    /** Name of the account. */
    public String name() {
        return name;
    }

    boolean hasPassword(String password) {
        return MessageDigest.isEqual(digest, digest(password));
    }

    /** Publishing to a wildcard would bypass the check of the real topic, so it is never allowed. */
    boolean mayPublish(String topic) {
        return topic.indexOf('#') < 0 && topic.indexOf('+') < 0 && publish.covers(topic);
    }

    boolean maySubscribe(String filter) {
        return subscribe.covers(filter);
    }

    boolean isSameAs(DoorUser other) {
        return name.equals(other.name)
                && Arrays.equals(digest, other.digest)
                && publish.equals(other.publish)
                && subscribe.equals(other.subscribe);
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
