package de.einsnull.health.core.ready;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.core.HealthConfig;
import de.einsnull.health.core.ready.Finding.Status;
import de.einsnull.testkit.Configurations;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Who sends as soon as the platform is ready would send to a driver that does not know yet that it exists. */
class ConfigurationCheckTest {

    private static final String PID = "de.einsnull.sensors.driver.mqtt";

    @Test
    void aConfigurationThatHasNotArrivedIsWaitedFor() {
        var finding = check("require", List.of(PID + "~park", PID + "~pool"), List.of(PID + "~park"));

        assertThat(finding.isBad()).isTrue();
        assertThat(finding.messages())
                .singleElement()
                .asString()
                .contains("mqtt")
                .contains("~pool yet")
                .doesNotContain("~park");
    }

    @Test
    void allHaveArrived() {
        assertThat(check("require", List.of(PID + "~park"), List.of(PID + "~park"))
                        .status())
                .isEqualTo(Status.OK);
    }

    @Test
    void nobodyConfiguredAnything() {
        assertThat(check("require", List.of(), List.of()).status()).isEqualTo(Status.OK);
    }

    /** It works before its configuration comes. */
    @Test
    void aComponentThatNeedsNoConfigurationIsNotWaitedFor() {
        assertThat(check("optional", List.of(PID), List.of()).status()).isEqualTo(Status.OK);
    }

    private static Finding check(String policy, List<String> configured, List<String> delivered) {
        var bundle = proxy(Bundle.class, Map.of("getState", Bundle.ACTIVE, "getLocation", "mvn:a/b/1"));
        var context = proxy(BundleContext.class, Map.of("getBundles", new Bundle[] {bundle}));
        var component = new ComponentDescriptionDTO();
        component.name = "mqtt";
        component.configurationPolicy = policy;
        component.configurationPid = new String[] {PID};
        var runtime = proxy(
                ServiceComponentRuntime.class,
                Map.of(
                        "getComponentDescriptionDTOs",
                        List.of(component),
                        "isComponentEnabled",
                        true,
                        "getComponentConfigurationDTOs",
                        delivered.stream().map(ConfigurationCheckTest::instance).toList()));
        var found = configured.stream()
                .map(pid -> proxy(Configuration.class, Map.of("getPid", pid)))
                .toArray(Configuration[]::new);
        var admin = proxy(ConfigurationAdmin.class, found.length == 0 ? Map.of() : Map.of("listConfigurations", found));
        var config = Configurations.of(HealthConfig.class, Map.of());
        return new ConfigurationCheck(context, runtime, admin, new BundleCheck(context, config)).check();
    }

    private static ComponentConfigurationDTO instance(String pid) {
        var instance = new ComponentConfigurationDTO();
        instance.properties = Map.of("service.pid", pid);
        return instance;
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                ConfigurationCheckTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
