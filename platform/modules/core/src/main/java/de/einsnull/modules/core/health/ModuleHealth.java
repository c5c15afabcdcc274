package de.einsnull.modules.core.health;

import de.einsnull.modules.api.ModuleDetails.Level;
import de.einsnull.modules.core.health.Statement.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** How the bundles of a module are: their state, components, checks and tables. Thread-safe. */
public final class ModuleHealth {

    private static final String SCHEMA_HEADER = "EinsNull-Schema";

    private final BundleContext context;
    private final ComponentHealth components;
    private final HealthProbes probes;

    public ModuleHealth(BundleContext context, ServiceComponentRuntime runtime) {
        this.context = context;
        this.components = new ComponentHealth(runtime);
        this.probes = new HealthProbes(context);
    }

    /** Statements about a module's bundles, the worst first; one that says all is well if nothing else is to say. */
    public List<Statement> of(Collection<Bundle> bundles) {
        var found = new ArrayList<Statement>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.ACTIVE) {
                found.addAll(components.of(bundle));
                schema(bundle).ifPresent(found::add);
                found.addAll(checks(bundle));
            } else if (isMeantToRun(bundle)) {
                found.add(Statement.bad(bundle.getSymbolicName(), Code.NOT_RUNNING, ""));
            }
        }
        if (found.isEmpty()) {
            found.add(new Statement(Level.GOOD, "", Code.WELL, ""));
        }
        found.sort(Comparator.comparing(Statement::level).reversed());
        return found;
    }

    private static boolean isMeantToRun(Bundle bundle) {
        var headers = bundle.getHeaders("");
        boolean lazy = headers.get(Constants.BUNDLE_ACTIVATIONPOLICY) != null && bundle.getState() == Bundle.STARTING;
        return headers.get(Constants.FRAGMENT_HOST) == null && !lazy;
    }

    private Optional<Statement> schema(Bundle bundle) {
        String schema = bundle.getHeaders("").get(SCHEMA_HEADER);
        if (schema == null
                || !references(null, "(einsnull.schema=" + schema + ")").isEmpty()) {
            return Optional.empty();
        }
        Statement cause = references(HealthCheck.class.getName(), "(" + HealthCheck.NAME + "=Database)").stream()
                .map(reference -> probes.ask("Database", typed(reference)))
                .findFirst()
                .orElse(Statement.bad(schema, Code.SAYS, ""));
        return Optional.of(new Statement(Level.BAD, schema, Code.SCHEMA_BEHIND, cause.detail(), cause.says()));
    }

    private List<Statement> checks(Bundle bundle) {
        var found = new ArrayList<Statement>();
        ServiceReference<?>[] services = bundle.getRegisteredServices();
        for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
            if (List.of((String[]) service.getProperty(Constants.OBJECTCLASS)).contains(HealthCheck.class.getName())) {
                Object name = service.getProperty(HealthCheck.NAME);
                String subject = name == null ? bundle.getSymbolicName() : name.toString();
                found.add(probes.ask(subject, typed(service)));
            }
        }
        return found;
    }

    private List<ServiceReference<?>> references(String type, String filter) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type, filter);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            return List.of();
        }
    }

    @SuppressWarnings("unchecked") // its object class says so
    private static ServiceReference<HealthCheck> typed(ServiceReference<?> reference) {
        return (ServiceReference<HealthCheck>) reference;
    }
}
