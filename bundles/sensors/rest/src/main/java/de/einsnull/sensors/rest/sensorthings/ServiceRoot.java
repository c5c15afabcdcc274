package de.einsnull.sensors.rest.sensorthings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.einsnull.sensors.sensorthings.binding.Binding;
import de.einsnull.sensors.sensorthings.model.EntityType;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the service root says: the entity sets and what the API can do. */
final class ServiceRoot {

    private static final String REQUIREMENTS = "http://www.opengis.net/spec/iot_sensing/1.1/req/";
    private static final String EXTENSIONS = "https://fraunhoferiosb.github.io/FROST-Server/extensions/";

    /** Requirements of 18-088, then widespread extensions under the addresses that clients look for. */
    private static final List<String> CONFORMANCE = List.of(
            REQUIREMENTS + "datamodel",
            REQUIREMENTS + "resource-path/resource-path-to-entities",
            REQUIREMENTS + "request-data",
            REQUIREMENTS + "create-update-delete/create-entity",
            REQUIREMENTS + "create-update-delete/link-to-existing-entities",
            REQUIREMENTS + "create-update-delete/deep-insert",
            REQUIREMENTS + "create-update-delete/deep-insert-status-code",
            REQUIREMENTS + "create-update-delete/update-entity",
            REQUIREMENTS + "create-update-delete/update-entity-put",
            REQUIREMENTS + "create-update-delete/update-entity-jsonpatch",
            REQUIREMENTS + "create-update-delete/delete-entity",
            REQUIREMENTS + "create-update-delete/historical-location-auto-creation",
            REQUIREMENTS + "create-update-delete/historical-location-manual-creation",
            REQUIREMENTS + "batch-request/batch-request",
            REQUIREMENTS + "multi-datastream",
            REQUIREMENTS + "data-array/data-array",
            EXTENSIONS + "JsonBatchRequest.html",
            EXTENSIONS + "GeoJSON-ResultFormat.html",
            EXTENSIONS + "DeepSelect.html",
            EXTENSIONS + "SelectDistinct.html",
            "https://github.com/INSIDE-information-systems/SensorThingsAPI/blob/master/CSV-ResultFormat/CSV-ResultFormat.md");

    private static final Set<String> ANYWHERE = Set.of("0.0.0.0", "[::]", "::");

    private ServiceRoot() {}

    static JsonNode json(String base, Collection<Binding> bindings) {
        var root = JsonNodeFactory.instance.objectNode();
        var sets = root.putArray("value");
        for (var type : EntityType.values()) {
            sets.addObject().put("name", type.set()).put("url", base + "/" + type.set());
        }
        var settings = root.putObject("serverSettings");
        var conformance = settings.putArray("conformance");
        CONFORMANCE.forEach(conformance::add);
        for (var binding : bindings) {
            binding.endpoints().forEach((requirement, addresses) -> {
                conformance.add(requirement);
                var endpoints = settings.putObject(requirement).putArray("endpoints");
                addresses.forEach(address -> endpoints.add(reachable(address, base)));
            });
        }
        return root;
    }

    /** A door that is open on all addresses of the machine is where the client has found the service. */
    private static String reachable(URI address, String base) {
        var host = address.getHost();
        if (!ANYWHERE.contains(host)) {
            return address.toString();
        }
        return address.toString().replace("//" + host, "//" + URI.create(base).getHost());
    }
}
