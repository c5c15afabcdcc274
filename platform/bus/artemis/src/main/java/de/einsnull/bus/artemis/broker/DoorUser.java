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
    private final boolean internal;

    /**
     * Creates an account that hears what is for everybody.
     *
     * @param name name
     * @param password password, not empty
     * @param publish beginnings of topics it may publish to
     * @param subscribe beginnings of topics it may subscribe to
     */
    public DoorUser(String name, String password, List<String> publish, List<String> subscribe) {
        this(name, password, publish, subscribe, false);
    }

    /**
     * Creates an account.
     *
     * @param name name
     * @param password password, not empty
     * @param publish beginnings of topics it may publish to
     * @param subscribe beginnings of topics it may subscribe to
     * @param internal whether it gets on topics of modules what is not for everybody
     */
    public DoorUser(String name, String password, List<String> publish, List<String> subscribe, boolean internal) {
        this(checked(name), password, TopicRule.of(publish), TopicRule.of(subscribe), internal);
    }

    private DoorUser(String name, String password, TopicRule publish, TopicRule subscribe, boolean internal) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("The account '" + name + "' of the bus has no password");
        }
        this.name = name;
        this.digest = digest(password);
        this.publish = publish;
        this.subscribe = subscribe;
        this.internal = internal;
    }

    /** Somebody without an account. */
    static DoorUser guest(
            String name, String password, List<String> publish, List<String> subscribe, boolean internal) {
        return new DoorUser(name, password, TopicRule.of(publish), TopicRule.of(subscribe), internal);
    }

    private static String checked(String name) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}") || Guests.isGuest(name)) {
            throw new IllegalArgumentException("Not a name for an account of the bus: '" + name + "'");
        }
        return name;
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

    /** Topics of modules have to be named: an account that may everything is not meant to act for a module's clients. */
    boolean mayAsk(String topic) {
        return topic.indexOf('#') < 0 && topic.indexOf('+') < 0 && publish.names(topic);
    }

    boolean mayHear(String topic) {
        return subscribe.names(topic);
    }

    /** Whether it gets what is not for everybody. */
    boolean isInternal() {
        return internal;
    }

    boolean isSameAs(DoorUser other) {
        return name.equals(other.name)
                && Arrays.equals(digest, other.digest)
                && publish.equals(other.publish)
                && subscribe.equals(other.subscribe)
                && internal == other.internal;
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
