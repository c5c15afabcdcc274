package de.einsnull.health.core.ready;

import static org.assertj.core.api.Assertions.assertThat;

import de.einsnull.health.core.HealthConfig;
import de.einsnull.health.core.ready.Finding.Status;
import de.einsnull.testkit.Configurations;
import java.lang.reflect.Proxy;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;

/** A wrong "ready" sends citizens to a platform that lacks half of itself; a wrong "not ready" to none at all. */
class BundleCheckTest {

    private static final Map<String, String> PLAIN = Map.of();

    @ParameterizedTest
    @CsvSource({
        Bundle.ACTIVE + ", true, OK",
        Bundle.UNINSTALLED + ", true, OK",
        Bundle.STARTING + ", true, CRITICAL",
        Bundle.RESOLVED + ", true, CRITICAL",
        Bundle.INSTALLED + ", true, CRITICAL",
        // stopped by an operator, who knows
        Bundle.RESOLVED + ", false, OK",
    })
    void aBundleThatIsMeantToRunRuns(int state, boolean started, Status expected) {
        assertThat(platform(bundle("mvn:a/b/1", state, started, PLAIN)).status())
                .isEqualTo(expected);
    }

    @Test
    void aFragmentIsWellWhenItIsResolved() {
        var fragment = Map.of("Fragment-Host", "x");
        assertThat(platform(bundle("mvn:a/b/1", Bundle.RESOLVED, true, fragment))
                        .status())
                .isEqualTo(Status.OK);
        assertThat(platform(bundle("mvn:a/b/1", Bundle.INSTALLED, true, fragment))
                        .status())
                .isEqualTo(Status.CRITICAL);
    }

    @Test
    void aLazyBundleMayWaitForItsFirstUse() {
        var lazy = Map.of("Bundle-ActivationPolicy", "lazy");
        assertThat(platform(bundle("mvn:a/b/1", Bundle.STARTING, true, lazy)).status())
                .isEqualTo(Status.OK);
    }

    /** The mistake of a club must not take the town hall off the network, and city IT must read what to do. */
    @Test
    void aPartnersBundleIsSaidButDoesNotCount() {
        var findings = check(
                bundle("file:/srv/deploy/club.jar", Bundle.INSTALLED, true, PLAIN),
                bundle("mvn:a/b/1", Bundle.ACTIVE, true, PLAIN));
        assertThat(findings.get(0).status()).isEqualTo(Status.OK);
        assertThat(findings.get(1).status()).isEqualTo(Status.WARN);
        assertThat(findings.get(1).counts()).isFalse();
        assertThat(findings.get(1).messages())
                .singleElement()
                .asString()
                .startsWith("org.example is installed but not resolved")
                .contains("update or remove");
    }

    private static Finding platform(Bundle... bundles) {
        return check(bundles).get(0);
    }

    private static List<Finding> check(Bundle... bundles) {
        var context = proxy(BundleContext.class, Map.of("getBundles", bundles));
        var config =
                Configurations.of(HealthConfig.class, Map.of("partnerLocations", new String[] {"file:/srv/deploy/"}));
        return new BundleCheck(context, config).check();
    }

    private static Bundle bundle(String location, int state, boolean started, Map<String, String> headers) {
        Dictionary<String, String> all = new Hashtable<>(headers);
        var level = proxy(BundleStartLevel.class, Map.of("isPersistentlyStarted", started));
        return proxy(
                Bundle.class,
                Map.of(
                        "getLocation", location,
                        "getState", state,
                        "getHeaders", all,
                        "getSymbolicName", "org.example",
                        "adapt", level));
    }

    private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                BundleCheckTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }
}
