package de.einsnull.web.cxf.host;

import de.einsnull.guard.api.Kind;
import de.einsnull.web.api.Problem;
import de.einsnull.web.cxf.http.Conditional;
import de.einsnull.web.cxf.http.GuardedResponse;
import de.einsnull.web.cxf.http.LimitedRequest;
import de.einsnull.web.cxf.problem.PlatformProblems;
import de.einsnull.web.cxf.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door of one module: limits of size, time and number, the OpenAPI document, and a problem for whatever goes wrong.
 * It stays while resources of the module come and go.
 */
final class ModuleServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ModuleServlet.class);
    static final String RESPONSE = GuardedResponse.class.getName();

    private final transient HostedModule module;
    private final transient HostTools tools;
    private final transient Bulkhead bulkhead;

    ModuleServlet(HostedModule module, HostTools tools) {
        this.module = module;
        this.tools = tools;
        this.bulkhead = new Bulkhead(tools.settings().maxRequestsPerModule(), Duration.ofMillis(250));
    }

    Bulkhead bulkhead() {
        return bulkhead;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var start = System.nanoTime();
        try {
            if (bulkhead.enter()) {
                try {
                    serveOnce(request, response);
                } finally {
                    bulkhead.leave();
                }
            } else {
                answer(request, response, PlatformProblems.busy());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            answer(request, response, PlatformProblems.restarting());
        } finally {
            tools.meters().record(module.path(), response.getStatus(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void serveOnce(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        var server = module.enter(tools.settings().patience());
        if (server == null) {
            answer(request, response, PlatformProblems.restarting());
            return;
        }
        try {
            if (request.getDispatcherType() == DispatcherType.ASYNC) {
                resume(server, request);
            } else if (request.getContentLengthLong() > server.settings().maxBodyInBytes()) {
                answer(
                        request,
                        response,
                        PlatformProblems.tooLarge(server.settings().maxBodyInBytes()));
            } else if (isDocument(request)) {
                describe(server, request, response);
            } else {
                dispatch(
                        server,
                        request,
                        new GuardedResponse(
                                response,
                                tools.settings().keptBytes(),
                                server.settings().maxAnswerInBytes(),
                                request.getMethod() + ' ' + module.path()));
            }
        } finally {
            server.leave();
        }
    }

    private void dispatch(ModuleServer server, HttpServletRequest request, GuardedResponse response)
            throws IOException {
        request.setAttribute(RESPONSE, response);
        var limited = new LimitedRequest(request, server.settings().maxBodyInBytes());
        var limit = server.settings().timeLimit();
        var language = language(request);
        var requestId = tools.caller().requestId();
        try (var watch = tools.limits().watch(limit, () -> giveUp(response, language, requestId))) {
            invoke(server, limited, response);
            response.leave();
            if (watch.isExpired()) {
                LOG.warn("Request {} to {} was stopped after {}", requestId, module.path(), limit);
            }
        }
        reportIfTooLarge(response);
        if (limited.getAttribute(StreamSink.ATTRIBUTE) instanceof StreamSink stream) {
            if (!stream.begin()) {
                complete(request, response);
                stream.end();
            }
        } else if (!limited.wentAsync()) {
            complete(request, response);
        } else if (response.isKept() && response.body().length > 0) {
            // It was answered before it could be suspended.
            response.flow();
        }
    }

    private void reportIfTooLarge(GuardedResponse response) {
        if (response.isTooLarge()) {
            tools.strikes().report(response, Kind.TOO_LARGE, null);
            LOG.error("An answer of {} was too large and broke off", module.path());
        }
    }

    private void invoke(ModuleServer server, HttpServletRequest request, GuardedResponse response) throws IOException {
        try {
            OwnLoader.run(() -> server.serve(getServletConfig(), request, response));
        } catch (IOException | RuntimeException error) {
            if (response.isKept()) {
                LOG.error("Request {} to {} failed", tools.caller().requestId(), module.path(), error);
                tools.strikes().report(response, Kind.THREW, error);
                response.discardBody();
                response.setStatus(500);
            } else {
                LOG.debug("Answer to request {} broke off", tools.caller().requestId(), error);
            }
        }
    }

    /** A resource that suspended its request goes on; its answer flows, because CXF completes the request itself. */
    private void resume(ModuleServer server, HttpServletRequest request) throws IOException {
        if (request.getAttribute(RESPONSE) instanceof GuardedResponse response) {
            response.flow();
            invoke(server, request, response);
        }
    }

    private void complete(HttpServletRequest request, GuardedResponse response) throws IOException {
        if (response.isTaken()) {
            return;
        }
        if (response.isKept() && response.getStatus() >= 400 && response.body().length == 0) {
            answer(request, response, PlatformProblems.forStatus(response.getStatus()));
        }
        Conditional.apply(request, response);
        response.finish();
    }

    /** Runs in the watching thread: the one that hangs may never come back. */
    private void giveUp(GuardedResponse guarded, String language, String requestId) {
        tools.strikes().interrupted(guarded);
        var response = guarded.takeOver();
        if (response == null) {
            return;
        }
        try {
            response.setHeader("Connection", "close");
            ProblemWriter.write(response, PlatformProblems.timeLimit(), language, requestId);
            response.getOutputStream().close();
        } catch (IOException clientLeft) {
            LOG.debug("Nobody waits for request {} any more", requestId, clientLeft);
        }
    }

    private static boolean isDocument(HttpServletRequest request) {
        return "/openapi.json".equals(request.getPathInfo())
                && ("GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod()));
    }

    private void describe(ModuleServer server, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var guarded = new GuardedResponse(response, Integer.MAX_VALUE);
        guarded.setContentType("application/json");
        guarded.getOutputStream().write(server.document().json());
        Conditional.apply(request, guarded);
        guarded.finish();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (!response.isCommitted()) {
            ProblemWriter.write(
                    response, problem, language(request), tools.caller().requestId());
        }
    }

    private static String language(HttpServletRequest request) {
        return ProblemWriter.language(request.getHeader("Accept-Language"));
    }
}
