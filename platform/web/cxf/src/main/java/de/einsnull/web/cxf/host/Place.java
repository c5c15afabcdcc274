package de.einsnull.web.cxf.host;

import de.einsnull.security.api.Access;
import jakarta.servlet.Servlet;
import java.util.Hashtable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A module and the servlet that is registered for it. */
record Place(HostedModule module, CompletableFuture<ServiceRegistration<Servlet>> registration) {

    /**
     * Registers on another thread than the caller's: resources come while the HTTP whiteboard is fetching some other
     * servlet (the list of APIs brings up the host, and that its resources), and Felix HTTP forgets a servlet that is
     * registered within the start of another.
     */
    static Place open(BundleContext context, HostedModule module, HostTools tools, Executor worker) {
        var properties = new Hashtable<String, Object>();
        properties.put("osgi.http.whiteboard.servlet.name", "einsnull-rest" + module.path());
        properties.put("osgi.http.whiteboard.servlet.pattern", new String[] {module.path(), module.path() + "/*"});
        properties.put("osgi.http.whiteboard.servlet.asyncSupported", true);
        properties.put(Access.PROPERTY, Access.SELF_CHECKED);
        // Each module states its own limit, which may be higher than the server's.
        properties.put(Access.BODY_LIMIT, 0L);
        return new Place(
                module,
                CompletableFuture.supplyAsync(
                        () -> context.registerService(Servlet.class, new ModuleServlet(module, tools), properties),
                        worker));
    }

    void close() {
        // At once, or as soon as a registration that is under way is done.
        var ignored = registration.thenAccept(ServiceRegistration::unregister);
        module.close();
    }
}
