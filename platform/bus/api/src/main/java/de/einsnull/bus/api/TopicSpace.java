package de.einsnull.bus.api;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The topics below a first level, on which a module speaks a protocol of its own with clients at the doors of the embedded
 * broker. Register it as an OSGi service. Called by threads of the broker: return at once, and throw nothing.
 *
 * <p>What a client publishes to a topic of the space goes to nobody but the module, as a message on {@link #REQUESTS} and
 * the topic: subscribe to it by a durable group, and nothing that was acknowledged is lost while the module is away. What
 * the module sends to a topic of the space reaches clients that subscribed to exactly this topic, as far as its attribute
 * {@link #AUDIENCE} lets it. An account needs the first level, or more, among its topics by name: {@code #} does not do.
 */
@ConsumerType
public interface TopicSpace {

    /** Beginning of the topics on which a module gets what clients publish. */
    String REQUESTS = "requests/";

    /** Attribute of a request: name of the client's account, or {@link #EVERYBODY}. Set by the broker. */
    String ACCOUNT = "einsnull-account";

    /** Attribute of what a module sends to its space: {@link #EVERYBODY} or {@link #INTERNAL}. Nobody gets it without. */
    String AUDIENCE = "einsnull-audience";

    /** For every client that may subscribe; as an account, a client without one. */
    String EVERYBODY = "everybody";

    /** For accounts only whose settings say that they get what is internal. */
    String INTERNAL = "internal";

    /**
     * The first level.
     *
     * @return one level without a slash and without wildcards, always the same
     */
    String firstLevel();

    /**
     * Whether somebody may subscribe to a topic; otherwise the client is refused.
     *
     * @param topic what the client asks for, perhaps with wildcards; begins with the first level
     * @return false if there is nothing to be heard
     */
    boolean offers(String topic);

    /**
     * Tells which topics have subscribers, also ones that are away and come back. Called whenever that changes.
     *
     * @param topics all of them
     */
    void wanted(Set<String> topics);

    /**
     * Tells where clients can reach the space. Called whenever that changes.
     *
     * @param addresses open doors, for example {@code mqtt://127.0.0.1:1883} or {@code wss://0.0.0.0:8443/mqtt}
     */
    void doors(List<URI> addresses);

    /**
     * Whether programs on the broker's own machine may publish and subscribe without an account, pages in browsers not
     * included. For test systems.
     *
     * @return false unless somebody wants it so; always the same
     */
    boolean freeOnThisMachine();
}
