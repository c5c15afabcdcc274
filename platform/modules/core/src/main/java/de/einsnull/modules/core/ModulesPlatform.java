package de.einsnull.modules.core;

import de.einsnull.guard.api.GuardListener;
import de.einsnull.modules.api.ModuleCatalogue;
import de.einsnull.modules.api.ModuleInstaller;
import de.einsnull.modules.api.ModuleRepositories;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.karaf.features.FeaturesListener;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.log.LogReaderService;
import org.osgi.service.metatype.annotations.Designate;

/** Starts the administration of modules and offers it as services. */
@Component(configurationPid = ModulesConfig.PID, service = ModulesPlatform.class, immediate = true)
@Designate(ocd = ModulesConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.modules.api.ModuleInstaller\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.modules.api.ModuleCatalogue\"")
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"de.einsnull.modules.api.ModuleRepositories\"")
public final class ModulesPlatform {

    /** Property of the framework, and of the installer's service: whether unsigned modules are let in. */
    static final String DEVELOPMENT = "einsnull.development";

    private final BundleContext context;
    private final Assembly assembly;
    private final LogReaderService logReader;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private volatile boolean started;
    private volatile String unwritten = "";

    /**
     * @throws IOException if the state cannot be read: what is installed is then not known and is left as it is
     */
    @Activate
    public ModulesPlatform(
            BundleContext context,
            ModulesConfig config,
            @Reference Optionals services,
            @Reference ServiceComponentRuntime runtime,
            @Reference ConfigurationAdmin configurations,
            @Reference LogReaderService logReader)
            throws IOException {
        this.context = context;
        this.logReader = logReader;
        assembly = new Assembly(context, config, services, runtime, configurations);
        assembly.names.open();
        logReader.addLogListener(assembly.log);
        boolean development = Assembly.isDevelopment(context);
        register(GuardListener.class, new QuarantineNotes(context, assembly.store), Map.of());
        register(FeaturesListener.class, assembly.platform, Map.of());
        register(ModuleInstaller.class, assembly.builder.installer(), Map.of(DEVELOPMENT, development));
        register(ModuleCatalogue.class, assembly.catalogue, Map.of());
        register(ModuleRepositories.class, assembly.repositories, Map.of());
        register(
                HealthCheck.class,
                new ModulesHealth(
                        assembly.catalogue,
                        assembly.watch,
                        new ModulesHealth.Start(() -> started, () -> unwritten),
                        development),
                Map.of(HealthCheck.NAME, "Modules", HealthCheck.TAGS, new String[] {"modules", "ready"}));
        assembly.builder.start(new FrameworkStart(context)::await, this::open);
    }

    private <T> void register(Class<T> type, T service, Map<String, Object> properties) {
        registrations.add(context.registerService(type, service, new Hashtable<>(properties)));
    }

    private void open(String problem) {
        unwritten = problem;
        started = true;
        assembly.deploy.open();
        var reader = new Thread(assembly.repositories::refresh, "modules repositories");
        reader.setDaemon(true);
        reader.start();
    }

    @Deactivate
    void stop() throws InterruptedException {
        logReader.removeLogListener(assembly.log);
        registrations.forEach(ServiceRegistration::unregister);
        assembly.names.close();
        assembly.deploy.close();
        assembly.builder.close();
    }
}
