package de.einsnull.testkit.city;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a running {@link City} and its {@link LorawanGateway}, the same for all tests of a run: it is started for the
 * first one that asks and stopped after the last. It takes some seconds to start.
 */
public final class RunningCity implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RunningCity.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type == City.class || type == LorawanGateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        Started started = extension
                .getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class);
        return parameter.getParameter().getType() == City.class ? started.city : started.gateway;
    }

    /** Closed by JUnit at the end of the run. */
    private static final class Started implements ExtensionContext.Store.CloseableResource {

        private final City city = City.create("module").withOwnEtc();
        private final LorawanGateway gateway = LorawanGateway.of(city);

        Started() {
            city.start();
        }

        @Override
        public void close() {
            city.close();
        }
    }
}
