package de.einsnull.web.cxf.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import de.einsnull.guard.api.ModuleGuard;
import de.einsnull.health.api.Metrics;
import de.einsnull.security.api.CurrentRequest;
import de.einsnull.testkit.framework.ServletPlatform;
import de.einsnull.web.api.RestResource;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.LoggerFactory;

/** The bundle under test, and resources that come and go. */
final class TestPlatform extends ServletPlatform {

    TestPlatform() throws BundleException, IOException {
        super(List.of(
                RestResource.class,
                CurrentRequest.class,
                Metrics.class,
                ModuleGuard.class,
                PermitAll.class,
                Valid.class,
                Path.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                JavaTimeModule.class,
                Operation.class,
                HealthCheck.class,
                LoggerFactory.class));
    }

    ServiceRegistration<RestResource> serve(String path, RestResource resource, Object... more) {
        var properties = new HashMap<String, Object>();
        properties.put("einsnull.rest.path", path);
        properties.put("einsnull.rest.title", "Test " + path);
        for (var i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return context().registerService(RestResource.class, resource, new Hashtable<>(properties));
    }

    /** Configures a component. ConfigurationAdmin and its contract come from their own bundle, which tests do not see. */
    void configure(String pid, Map<String, Object> properties)
            throws ReflectiveOperationException, InvalidSyntaxException {
        var name = "org.osgi.service.cm.ConfigurationAdmin";
        var admin = context().getService(context().getAllServiceReferences(name, null)[0]);
        var loader = admin.getClass().getClassLoader();
        var configuration = loader.loadClass(name)
                .getMethod("getConfiguration", String.class, String.class)
                .invoke(admin, pid, "?");
        loader.loadClass("org.osgi.service.cm.Configuration")
                .getMethod("update", Dictionary.class)
                .invoke(configuration, new Hashtable<>(properties));
    }

    <T> T service(Class<T> type, String filter) throws InvalidSyntaxException {
        return type.cast(context().getService(context().getAllServiceReferences(type.getName(), filter)[0]));
    }
}
