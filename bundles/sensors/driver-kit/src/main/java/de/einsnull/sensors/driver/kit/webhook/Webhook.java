package de.einsnull.sensors.driver.kit.webhook;

import de.einsnull.bus.api.BusException;
import de.einsnull.bus.api.MessageBus;
import de.einsnull.bus.api.TopicMessage;
import de.einsnull.sensors.api.driver.Limits;
import de.einsnull.sensors.driver.kit.webhook.WebhookTarget.Headers;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes bodies by HTTP for the instances of a driver, each at a path of its own. Answers 202 when the body is in the durable
 * queue of the instance, whatever it says: a body that cannot be understood is put aside for the operator like any other
 * message, because the sender would not send a corrected one.
 */
public abstract class Webhook extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
    private static final int SEND_SECONDS = 15;

    private final transient MessageBus bus;
    private final transient List<WebhookTarget> targets = new CopyOnWriteArrayList<>();

    /**
     * A webhook.
     *
     * @param bus takes what comes in
     */
    protected Webhook(MessageBus bus) {
        this.bus = bus;
    }

    /**
     * Lets an instance be called.
     *
     * @param target the instance
     */
    protected final void add(WebhookTarget target) {
        targets.add(target);
    }

    /**
     * Lets an instance be called no more.
     *
     * @param target the instance
     */
    protected final void remove(WebhookTarget target) {
        targets.remove(target);
    }

    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Headers headers = name -> Optional.ofNullable(request.getHeader(name)).orElse("");
        var target = target(Optional.ofNullable(request.getPathInfo()).orElse(""));
        if (target.isEmpty() || !mayKnock(target.get(), headers)) {
            unauthorized(response);
            return;
        }
        var body = request.getInputStream().readNBytes(Limits.MESSAGE_BYTES + 1);
        if (body.length > Limits.MESSAGE_BYTES) {
            problem(response, 413, "too-large", "At most " + Limits.MESSAGE_BYTES + " bytes are accepted.");
        } else if (!target.get().guard().admits(headers, body)) {
            unauthorized(response);
        } else if (send(target.get(), body)) {
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } else {
            response.setHeader("Retry-After", "10");
            problem(response, 503, "queue-away", "The message could not be stored. Send it again.");
        }
    }

    /** Nothing is read for somebody whose headers are enough to say no. */
    private static boolean mayKnock(WebhookTarget target, Headers headers) {
        return target.guard().needsBody() || target.guard().admits(headers, new byte[0]);
    }

    private Optional<WebhookTarget> target(String path) {
        return targets.stream().filter(t -> path.equals("/" + t.instance())).findFirst();
    }

    private boolean send(WebhookTarget target, byte[] body) {
        var message = TopicMessage.of(target.topic(), body, Map.of("content-type", "application/json"));
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

    /** The same answer for an unknown instance and a wrong secret: names cannot be found out. */
    private static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problem(response, 401, "unauthorized", "Unknown instance or wrong secret.");
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
