package de.einsnull.sensors.admin;

import de.einsnull.sensors.api.driver.ForModel;
import de.einsnull.sensors.api.driver.PayloadCodec;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The models that can be decoded at the moment. Thread-safe. */
@Component(service = Models.class)
public final class Models {

    private final Map<String, String> names = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCodec(PayloadCodec codec, Map<String, Object> properties) {
        names.put(id(properties), String.valueOf(properties.getOrDefault(ForModel.PREFIX_ + "name", id(properties))));
    }

    void unbindCodec(PayloadCodec codec, Map<String, Object> properties) {
        names.remove(id(properties));
    }

    private static String id(Map<String, Object> properties) {
        return String.valueOf(properties.get(ForModel.PREFIX_ + "id"));
    }

    /** Names by id, in the order of ids. */
    SortedMap<String, String> all() {
        return new TreeMap<>(names);
    }
}
