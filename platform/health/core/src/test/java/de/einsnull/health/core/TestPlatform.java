package de.einsnull.health.core;

import com.fasterxml.jackson.core.JsonFactory;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.testkit.framework.ServletPlatform;
import java.io.IOException;
import java.util.List;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.LoggerFactory;

/** The bundle under test with the real health check executor. */
final class TestPlatform extends ServletPlatform {

    TestPlatform() throws BundleException, IOException {
        super(
                List.of(CurrentRequest.class, Metrics.class, HealthCheck.class, JsonFactory.class, LoggerFactory.class),
                "felix.eventadmin",
                "healthcheck.core");
    }

    /** Installs a bundle and tries to start it; some tests want one that cannot. */
    Bundle add(String location, String name, String component, String... headers) throws Exception {
        var bundle = install(location, name, component, headers);
        try {
            bundle.start();
        } catch (BundleException wantedByTheTest) {
            LoggerFactory.getLogger(TestPlatform.class).debug("Does not start", wantedByTheTest);
        }
        return bundle;
    }
}
