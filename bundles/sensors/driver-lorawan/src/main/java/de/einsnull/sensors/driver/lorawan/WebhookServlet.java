package de.einsnull.sensors.driver.lorawan;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.security.api.Access;
import de.einsnull.sensors.api.driver.Limits;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes uplinks by HTTP: {@code POST /api/sensors/lorawan/<instance>} with {@code Authorization: Bearer <secret>}. Answers
 * 202 when the body is in the durable queue of the instance, whatever it says: a body that cannot be understood is put
 * aside for the operator like any other message, because the network server would not send a corrected one.
 */
@Component(service = Servlet.class, property = Access.PROPERTY + "=" + Access.SELF_CHECKED)
@HttpWhiteboardServletName("sensors-lorawan-webhook")
@HttpWhiteboardServletPattern("/api/sensors/lorawan/*")
public final class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookServlet.class);
    private static final String BEARER = "Bearer ";
    private static final int SEND_SECONDS = 15;

    private final transient MessageBus bus;
    private final transient List<WebhookTarget> targets = new CopyOnWriteArrayList<>();

    @Activate
    public WebhookServlet(@Reference MessageBus bus) {
        this.bus = bus;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindTarget(WebhookTarget target) {
        targets.add(target);
    }

    void unbindTarget(WebhookTarget target) {
        targets.remove(target);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var target = target(request);
        if (target.isEmpty()) {
            // The same answer for an unknown instance and a wrong secret: names cannot be found out.
            response.setHeader("WWW-Authenticate", "Bearer");
            problem(response, 401, "unauthorized", "Unknown instance or wrong secret.");
            return;
        }
        var body = request.getInputStream().readNBytes(Limits.MESSAGE_BYTES + 1);
        if (body.length > Limits.MESSAGE_BYTES) {
            problem(response, 413, "too-large", "At most " + Limits.MESSAGE_BYTES + " bytes are accepted.");
        } else if (send(target.get(), body)) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else {
            response.setHeader("Retry-After", "10");
            problem(response, 503, "queue-away", "The message could not be stored. Send it again.");
        }
    }

    private Optional<WebhookTarget> target(HttpServletRequest request) {
        var path = Optional.ofNullable(request.getPathInfo()).orElse("");
        var header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        var given =
                header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
        return targets.stream()
                .filter(t -> path.equals("/" + t.instance()))
                .filter(t -> !t.secret().isEmpty() && same(t.secret(), given))
                .findFirst();
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private boolean send(WebhookTarget target, byte[] body) {
        var message = TopicMessage.of(
                WebhookTarget.TOPIC + target.instance(), body, Map.of("content-type", "application/json"));
        try {
            bus.send(message).toCompletableFuture().get(SEND_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | BusException e) {
            LOG.warn("The webhook of {} could not pass a message on", target.instance(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void problem(HttpServletResponse response, int status, String code, String detail)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"type\":\"/problems/" + code + "\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}");
    }
}
