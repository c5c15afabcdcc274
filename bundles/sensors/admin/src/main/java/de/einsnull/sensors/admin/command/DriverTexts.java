package de.einsnull.sensors.admin.command;

import de.einsnull.portal.api.BundleTexts;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Texts of the bundles that drivers come from, by driver instance: a driver names its commands itself. Thread-safe. */
@Component(service = DriverTexts.class)
public final class DriverTexts {

    private final Map<String, BundleTexts> texts = new ConcurrentHashMap<>();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(!(sensors.scratch=*))")
    void bindDriver(ServiceReference<SensorDriver> driver, Map<String, Object> properties) {
        Bundle bundle = driver.getBundle();
        if (bundle != null) {
            texts.put(name(properties), new BundleTexts(bundle::getEntry));
        }
    }

    void unbindDriver(ServiceReference<SensorDriver> driver, Map<String, Object> properties) {
        texts.remove(name(properties));
    }

    private static String name(Map<String, Object> properties) {
        var given = properties.getOrDefault(SensorDriver.INSTANCE, properties.get("service.pid"));
        return String.valueOf(given).replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** The texts of an instance's driver, empty if it is not there. */
    Optional<BundleTexts> of(String instance) {
        return Optional.ofNullable(texts.get(instance));
    }
}
