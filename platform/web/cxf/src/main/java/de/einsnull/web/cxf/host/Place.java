package de.einsnull.web.cxf.host;

import de.einsnull.security.api.Access;
import jakarta.servlet.Servlet;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** A module and the servlet that is registered for it. */
record Place(HostedModule module, ServiceRegistration<Servlet> registration) {

    static Place open(BundleContext context, HostedModule module, HostTools tools) {
        var properties = new Hashtable<String, Object>();
        properties.put("osgi.http.whiteboard.servlet.name", "einsnull-rest" + module.path());
        properties.put("osgi.http.whiteboard.servlet.pattern", new String[] {module.path(), module.path() + "/*"});
        properties.put("osgi.http.whiteboard.servlet.asyncSupported", true);
        properties.put(Access.PROPERTY, Access.SELF_CHECKED);
        // Each module states its own limit, which may be higher than the server's.
        properties.put(Access.BODY_LIMIT, 0L);
        return new Place(module, context.registerService(Servlet.class, new ModuleServlet(module, tools), properties));
    }

    void close() {
        registration.unregister();
        module.close();
    }
}
