package de.einsnull.web.cxf.host;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import de.einsnull.guard.api.Kind;
import de.einsnull.web.api.RestResource;
import de.einsnull.web.cxf.jaxrs.Authorization;
import de.einsnull.web.cxf.jaxrs.ErrorAnswers;
import de.einsnull.web.cxf.jaxrs.JsonMapper;
import de.einsnull.web.cxf.jaxrs.ValidatingInvoker;
import de.einsnull.web.cxf.jaxrs.Validation;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.sse.SseContextProvider;
import org.osgi.framework.FrameworkUtil;

/** Builds CXF servers on one private bus. Used by one thread at a time; it must be closed. */
final class ServerBuilder implements AutoCloseable {

    /** CXF then runs a resource with the class loader of the resource's bundle. */
    private static final String RESOURCE_LOADER = "org.apache.cxf.serviceloader-context";

    private final HostTools tools;
    private final Validation validation = new Validation();
    private Bus bus;
    private long generations;

    ServerBuilder(HostTools tools) {
        this.tools = tools;
    }

    ModuleServer build(ModuleSettings settings, List<RestResource> resources) {
        return OwnLoader.call(() -> {
            var streams = new EventStreams(settings.path(), tools);
            var answers = new ErrorAnswers(validation, tools.caller()::requestId, (response, error) -> tools.strikes()
                    .report(response, Kind.THREW, error));
            var factory = new JAXRSServerFactoryBean();
            factory.setBus(bus());
            // Two generations of a module live side by side for a moment, each at an address of its own.
            factory.setAddress("/" + ++generations + settings.path());
            factory.setServiceBeans(List.copyOf(resources));
            factory.setInvoker(new ValidatingInvoker(validation));
            factory.setProperties(Map.of(RESOURCE_LOADER, true));
            factory.setProviders(List.of(
                    new JacksonJsonProvider(JsonMapper.create()),
                    new Authorization(tools.caller()::identity),
                    answers,
                    new ErrorAnswers.OfJaxRs(answers),
                    new SseContextProvider(),
                    new StreamSinkProvider(streams)));
            var types = resources.stream().<Class<?>>map(Object::getClass).toList();
            var document = new OpenApiDocument(settings, types, version(types.get(0)));
            return new ModuleServer(settings, factory.create(), document, streams);
        });
    }

    private static String version(Class<?> type) {
        var bundle = FrameworkUtil.getBundle(type);
        return bundle == null ? "0" : bundle.getVersion().toString();
    }

    private Bus bus() {
        if (bus == null) {
            RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
            bus = new ExtensionManagerBus(Map.of(), Map.of(), ServerBuilder.class.getClassLoader());
            BusFactory.setDefaultBus(bus);
        }
        return bus;
    }

    @Override
    public void close() {
        validation.close();
        if (bus != null) {
            RuntimeDelegate.setInstance(null);
            BusFactory.setDefaultBus(null);
            bus.shutdown(false);
            bus = null;
        }
    }
}
