package de.einsnull.sensors.admin;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.portal.api.PortalPage;
import de.einsnull.sensors.api.driver.SensorDriver;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceReference;

/** A driver that is set up wrongly is put right where it is found, not by looking for its PID. */
class DriverSettingsTest {

    private final DriverSettings settings = new DriverSettings();

    @Test
    void leadsFromAnInstanceToItsSettingsWhileBothAreThere() {
        var driver = DriverSettingsTest.<SensorDriver>reference(
                Map.of("service.pid", "de.example.gate~north", SensorDriver.INSTANCE, "Nordtor"));
        settings.bindDriver(driver);
        assertThat(settings.of("Nordtor")).as("without the page of settings").isEmpty();
        assertThat(settings.all()).isEmpty();

        settings.page = DriverSettingsTest.<PortalPage>reference(Map.of());
        assertThat(settings.of("Nordtor")).isEqualTo("verwaltung/einstellungen/de.example.gate/north");
        assertThat(settings.all()).isEqualTo("verwaltung/einstellungen");
        settings.unbindDriver(driver);
        assertThat(settings.of("Nordtor")).isEmpty();
    }

    @Test
    void aDriverWithoutAConfigurationHasNoSettings() {
        settings.page = DriverSettingsTest.<PortalPage>reference(Map.of());
        settings.bindDriver(DriverSettingsTest.reference(Map.of("service.pid", "de.example.fixed")));
        settings.bindDriver(DriverSettingsTest.reference(Map.of(SensorDriver.INSTANCE, "bare")));
        assertThat(settings.of("de.example.fixed")).isEmpty();
        assertThat(settings.of("bare")).isEmpty();
    }

    @SuppressWarnings("unchecked") // a reference to whatever the test says
    private static <S> ServiceReference<S> reference(Map<String, Object> properties) {
        return (ServiceReference<S>) Proxy.newProxyInstance(
                ServiceReference.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> properties.get(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
