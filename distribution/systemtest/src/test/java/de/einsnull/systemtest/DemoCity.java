package de.einsnull.systemtest;

import de.einsnull.testkit.city.City;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that do no harm one running demo city for all of them, and one browser. */
final class DemoCity implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(DemoCity.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type == City.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        ExtensionContext.Store store = extension.getRoot().getStore(NAMESPACE);
        if (parameter.getParameter().getType() == Chromium.class) {
            return store.getOrComputeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
        }
        return store.getOrComputeIfAbsent(RunningCity.class, key -> new RunningCity(), RunningCity.class).city;
    }

    /** Closed by JUnit at the end of the run. */
    private static final class RunningCity implements ExtensionContext.Store.CloseableResource {

        private final City city = City.create("demo").withDemo().start();

        @Override
        public void close() {
            city.close();
        }
    }
}
