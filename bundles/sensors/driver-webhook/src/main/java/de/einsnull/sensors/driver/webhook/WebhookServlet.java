package de.einsnull.sensors.driver.webhook;

import de.einsnull.bus.api.MessageBus;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.driver.kit.webhook.Webhook;
import jakarta.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /api/sensors/webhook/<instance>}, see {@link Webhook}. */
@Component(service = Servlet.class, property = Access.PROPERTY + "=" + Access.SELF_CHECKED)
@HttpWhiteboardServletName("sensors-webhook")
@HttpWhiteboardServletPattern("/api/sensors/webhook/*")
public final class WebhookServlet extends Webhook {

    private static final long serialVersionUID = 1L;

    @Activate
    public WebhookServlet(@Reference MessageBus bus) {
        super(bus);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTarget(Target target) {
        add(target);
    }

    void unbindTarget(Target target) {
        remove(target);
    }
}
