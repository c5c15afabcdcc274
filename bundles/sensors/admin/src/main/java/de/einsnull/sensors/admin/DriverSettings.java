package de.einsnull.sensors.admin;

import de.einsnull.portal.api.PortalPage;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Where the settings of driver instances are made: below the portal's page for settings, if that is there. Thread-safe. */
@Component(service = DriverSettings.class)
public final class DriverSettings {

    static final String PAGE = "verwaltung/einstellungen";

    private final Map<String, String> paths = new ConcurrentHashMap<>();

    @Reference(
            target = "(einsnull.page.path=" + PAGE + ")",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    volatile ServiceReference<PortalPage> page;

    /** The reference alone: a driver is not made because somebody looks at it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDriver(ServiceReference<SensorDriver> driver) {
        String pid = text(driver, Constants.SERVICE_PID);
        int instance = pid.indexOf('~');
        if (instance > 0) {
            paths.put(name(driver), pid.substring(0, instance) + "/" + pid.substring(instance + 1));
        }
    }

    void unbindDriver(ServiceReference<SensorDriver> driver) {
        paths.remove(name(driver));
    }

    /** Path of the page for all settings, an empty text if it is not there. */
    String all() {
        return page == null ? "" : PAGE;
    }

    /** Path of the page for the settings of an instance, an empty text if it has none. */
    String of(String instance) {
        String path = paths.get(instance);
        return path == null || page == null ? "" : PAGE + "/" + path;
    }

    private static String name(ServiceReference<SensorDriver> driver) {
        String name = text(driver, SensorDriver.INSTANCE);
        return name.isEmpty() ? text(driver, Constants.SERVICE_PID) : name;
    }

    private static String text(ServiceReference<SensorDriver> driver, String property) {
        return driver.getProperty(property) instanceof String text ? text : "";
    }
}
