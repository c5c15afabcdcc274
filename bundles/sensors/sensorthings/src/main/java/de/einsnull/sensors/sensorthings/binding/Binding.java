package de.einsnull.sensors.sensorthings.binding;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** A way to the service besides HTTP. Register it as an OSGi service; the service root tells it to clients. */
@ConsumerType
public interface Binding {

    /**
     * What can be done that way, now. Called for each request of the service root, by several threads.
     *
     * @return for the address of each requirement where it is met; empty while nobody can come that way. A host that
     *     stands for all addresses of the machine ({@code 0.0.0.0}) is replaced by the one the client knows
     */
    Map<String, List<URI>> endpoints();
}
