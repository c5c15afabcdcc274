package de.einsnull.web.cxf.live;

import de.einsnull.health.api.Metrics;
import de.einsnull.settings.api.SettingHint;
import de.einsnull.web.api.LiveStream;
import de.einsnull.web.api.Problem;
import de.einsnull.web.cxf.http.Bucket;
import de.einsnull.web.cxf.problem.PlatformProblems;
import de.einsnull.web.cxf.problem.ProblemWriter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The event streams at {@code /live}. */
@Component(
        service = {Servlet.class, LiveServlet.class},
        configurationPid = "de.einsnull.web.live",
        property = {
            "osgi.http.whiteboard.servlet.name=einsnull-live",
            "osgi.http.whiteboard.servlet.pattern=/live",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "einsnull.access=public"
        })
@Designate(ocd = LiveServlet.Config.class)
public final class LiveServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_EVENT = 8_192;
    private static final int MODULE_EVENTS_PER_SECOND = 100;

    /** Settings of live streams. */
    @ObjectClassDefinition(localization = "OSGI-INF/l10n/settings", name = "%live", description = "%live.help")
    @interface Config {

        @AttributeDefinition(
                name = "%live.maxClients",
                description = "%live.maxClients.help",
                min = "1",
                max = "1000000")
        int maxClients() default 2_000;

        @AttributeDefinition(
                name = "%live.maxClientsPerAddress",
                description = "%live.maxClientsPerAddress.help",
                min = "1",
                max = "1000000")
        int maxClientsPerAddress() default 200;

        @AttributeDefinition(
                name = "%live.maxWaitingEvents",
                description = "%live.maxWaitingEvents.help",
                min = "2",
                max = "10000")
        int maxWaitingEvents() default 64;

        @AttributeDefinition(
                name = "%live.heartbeatInMs",
                description = "%live.heartbeatInMs.help",
                min = "100",
                max = "600000")
        @SettingHint(unit = "ms")
        int heartbeatInMs() default 15_000;
    }

    private final transient LiveMeters meters = new LiveMeters();
    private final transient Map<Long, Bucket> buckets = new ConcurrentHashMap<>();
    private final transient LiveHub hub;

    /** Opens the door. */
    @Activate
    public LiveServlet(Config config) {
        var limits = new LiveHub.Limits(
                config.maxClients(), config.maxClientsPerAddress(), config.maxWaitingEvents(), config.heartbeatInMs());
        hub = new LiveHub(limits, meters);
    }

    @Deactivate
    void stop() {
        hub.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMetrics(Metrics metrics) {
        meters.set(metrics, hub::size);
    }

    void unsetMetrics(Metrics metrics) {
        meters.unset(metrics);
    }

    /** What a bundle may send; the same account however often it takes the service. */
    Bucket bucket(long bundleId) {
        return buckets.computeIfAbsent(bundleId, id -> new Bucket(MODULE_EVENTS_PER_SECOND, System::nanoTime));
    }

    /** Refuses what breaks the rules of {@link LiveStream#publish}. */
    static void check(String channel, String json) {
        if (!LiveRequest.isChannel(channel)) {
            throw new IllegalArgumentException("Not a channel: " + channel);
        }
        if (json.length() > LONGEST_EVENT || json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("An event has one line and at most " + LONGEST_EVENT + " characters");
        }
    }

    void publish(String channel, String json) {
        hub.publish(channel, json);
    }

    /** An event was not sent. */
    void lose(String channel) {
        hub.lose(channel);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = LiveRequest.of(request);
        if (asked.isEmpty()) {
            refuse(request, response, PlatformProblems.badRequest());
        } else if (!hub.reserve(asked.get().address())) {
            refuse(request, response, PlatformProblems.tooManyStreams());
        } else {
            open(asked.get(), request, response);
        }
    }

    private void open(LiveRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache, no-transform");
        response.setHeader("X-Accel-Buffering", "no");
        try {
            hub.add(asked, request.startAsync());
        } catch (IOException | IllegalStateException notOpened) {
            hub.release(asked.address());
            throw notOpened;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        ProblemWriter.write(response, problem, ProblemWriter.language(request.getHeader("Accept-Language")), "");
    }
}
