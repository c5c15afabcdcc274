package de.einsnull.sensors.core.framework;

import static de.einsnull.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.data.api.Schemas;
import de.einsnull.health.api.Metrics;
import de.einsnull.jobs.api.ScheduledJob;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.sensors.api.ConnectionTest;
import de.einsnull.sensors.api.DriverCause;
import de.einsnull.sensors.api.driver.SensorDriver;
import de.einsnull.sensors.sensorthings.store.EntityStore;
import de.einsnull.settings.api.SettingsTest;
import de.einsnull.settings.api.table.Csv;
import de.einsnull.testkit.framework.ServletPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.persistence.EntityManager;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Geometry;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.LoggerFactory;

/** What the host relies on in a real framework: that settings can be tried, and that a component can be made afresh. */
@Timeout(120)
class FrameworkTest {

    private static final String PID = "org.example.station";
    private static final List<Class<?>> CONTRACTS = List.of(
            LoggerFactory.class,
            MessageBus.class,
            Schemas.class,
            AuditTrail.class,
            ScheduledJob.class,
            Metrics.class,
            ConnectionTest.class,
            SettingsTest.class,
            Csv.class,
            EntityStore.class,
            Geometry.class,
            HealthCheck.class,
            ConfigurationAdmin.class,
            ObjectMapper.class,
            JsonFactory.class,
            JsonProperty.class,
            EntityManager.class);

    private static ServletPlatform platform;
    private static BundleContext context;
    private static Bundle partner;

    @BeforeAll
    static void start() throws Exception {
        platform = new ServletPlatform(CONTRACTS);
        context = platform.context();
        partner = context.installBundle("test:station", new ByteArrayInputStream(jar()));
        partner.start();
    }

    @AfterAll
    static void stop() throws BundleException, IOException {
        platform.close();
    }

    @Test
    void settingsAreTriedWithoutLeavingATrace() throws Exception {
        var test = service(ConnectionTest.class);
        assertThat(test.supports(PID)).isTrue();
        assertThat(test.supports("org.example.other")).isFalse();

        var result = test.test(PID, Map.of("host", "wx.example"));

        assertThat(result.works()).as(result.detail()).isTrue();
        assertThat(result.readings()).isEqualTo(1);
        assertThat(configurations("(service.factoryPid=" + PID + ")")).isNull();
        eventually("the driver is gone", () -> context.getServiceReference(SensorDriver.class) == null);
    }

    @Test
    void settingsThatTheDriverRefusesAreSaidInItsWords() {
        var result = service(ConnectionTest.class).test(PID, Map.of("host", "nowhere"));

        assertThat(result.works()).isFalse();
        assertThat(result.cause()).isEqualTo(DriverCause.CONFIGURATION);
        assertThat(result.detail()).contains("no such host: nowhere");
    }

    @Test
    void aComponentIsMadeAfreshFromItsUnchangedConfiguration() throws Exception {
        var configuration = service(ConfigurationAdmin.class).createFactoryConfiguration(PID, "?");
        configuration.update(new Hashtable<>(Map.of("host", "wx.example")));
        var tracker = new ServiceTracker<SensorDriver, SensorDriver>(context, SensorDriver.class, null);
        tracker.open();
        try {
            var first = tracker.waitForService(10_000);

            assertThat(framework("renew", configuration.getPid())).isEqualTo(true);

            eventually(
                    "another object",
                    () -> tracker.getService() != null && !tracker.getService().equals(first));
            assertThat(framework("renew", "org.example.nothing")).isEqualTo(false);
            assertThat(framework("renew", "")).isEqualTo(false);
        } finally {
            tracker.close();
            configuration.delete();
        }
    }

    @Test
    void aHealthCheckIsOneOfTheDriversBundleAndGoesWithIt() throws Exception {
        HealthCheck check = () -> new Result(Result.Status.CRITICAL, "cannot open");
        var undo = (Runnable) framework("check", partner.getBundleId(), "Driver instance wx", check);
        var filter = "(hc.name=Driver instance wx)";
        var found = context.getServiceReferences(HealthCheck.class, filter);
        assertThat(found).singleElement().satisfies(reference -> assertThat(reference.getBundle())
                .isEqualTo(partner));

        undo.run();
        undo.run();

        assertThat(context.getServiceReferences(HealthCheck.class, filter)).isEmpty();
        ((Runnable) framework("check", 4_711L, "nobody", check)).run();
    }

    private static <T> T service(Class<T> type) {
        eventually(type.getSimpleName(), () -> context.getServiceReference(type) != null);
        return context.getService(context.getServiceReference(type));
    }

    private static Configuration[] configurations(String filter) throws IOException, InvalidSyntaxException {
        return service(ConfigurationAdmin.class).listConfigurations(filter);
    }

    /** Its class is private to the bundle. */
    private static Object framework(String method, Object... arguments) throws Exception {
        var reference = context.getAllServiceReferences(Framework.class.getName(), null)[0];
        var object = context.getService(reference);
        for (var candidate : object.getClass().getMethods()) {
            if (candidate.getName().equals(method)) {
                return candidate.invoke(object, arguments);
            }
        }
        throw new NoSuchMethodException(method);
    }

    private static byte[] jar() throws IOException {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.putValue("Manifest-Version", "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, PID);
        main.putValue(Constants.IMPORT_PACKAGE, "de.einsnull.sensors.api,de.einsnull.sensors.api.driver");
        main.putValue("Service-Component", "OSGI-INF/station.xml");
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest);
                var type = StationDriver.class.getResourceAsStream("StationDriver.class")) {
            jar.putNextEntry(new JarEntry(StationDriver.class.getName().replace('.', '/') + ".class"));
            jar.write(type.readAllBytes());
            jar.putNextEntry(new JarEntry("OSGI-INF/station.xml"));
            jar.write(
                    """
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" init="1"
                        configuration-policy="require" configuration-pid="%1$s">
                      <service><provide interface="%s"/></service>
                      <implementation class="%s"/>
                    </scr:component>"""
                            .formatted(PID, SensorDriver.class.getName(), StationDriver.class.getName())
                            .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
