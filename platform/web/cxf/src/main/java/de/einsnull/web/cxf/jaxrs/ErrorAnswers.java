package de.einsnull.web.cxf.jaxrs;

import de.einsnull.web.api.Problem;
import de.einsnull.web.cxf.http.GuardedResponse;
import de.einsnull.web.cxf.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every error with a problem in German or English; what nobody expected is logged with the request id. */
public final class ErrorAnswers implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final List<String> KEPT_HEADERS = List.of("Allow", "Retry-After", "WWW-Authenticate");
    private static final int UNEXPECTED = 500;
    private static final int AWAY = 503;

    private final Errors errors;
    private final Supplier<String> requestId;
    private final BiConsumer<GuardedResponse, Throwable> unexpected;

    /**
     * Creates the mapper of one module.
     *
     * @param validation knows how to tell about violated constraints
     * @param requestId of the request on the calling thread
     * @param unexpected hears of exceptions that nobody planned
     */
    public ErrorAnswers(
            Validation validation, Supplier<String> requestId, BiConsumer<GuardedResponse, Throwable> unexpected) {
        this.errors = new Errors(validation);
        this.requestId = requestId;
        this.unexpected = unexpected;
    }

    @Override
    public Response toResponse(Throwable error) {
        var given = error instanceof WebApplicationException web ? web.getResponse() : null;
        if (given != null && (given.hasEntity() || given.getStatus() < 400)) {
            return given;
        }
        var problem = errors.problemOf(error);
        var kept = keptResponse();
        log(error, problem, kept != null && kept.isTaken());
        if (problem.status() == UNEXPECTED && given == null && kept != null && !kept.isTaken()) {
            unexpected.accept(kept, error);
        }
        forgetHalfAnAnswer(kept);
        var request = request();
        var language = ProblemWriter.language(request == null ? null : request.getHeader("Accept-Language"));
        var answer = Response.status(problem.status())
                .type(ProblemWriter.MEDIA_TYPE)
                .header("Content-Language", language)
                .header("Vary", "Accept-Language")
                .header("Cache-Control", "no-store")
                .entity(ProblemWriter.render(problem, language, requestId.get()));
        if (problem.status() == 401 && !isScript(request)) {
            answer.header("WWW-Authenticate", "Basic realm=\"EinsNull\", charset=\"UTF-8\"");
        }
        if (problem.status() == AWAY && given == null) {
            answer.header("Retry-After", "1");
        }
        if (given != null) {
            KEPT_HEADERS.stream()
                    .filter(given.getHeaders()::containsKey)
                    .forEach(name -> answer.header(name, given.getHeaderString(name)));
        }
        return answer.build();
    }

    /**
     * Status 500 is what nobody planned. Every other one is an answer that a resource chose, such as 501 for a filter it
     * does not know or 503 while the database is away; what made it choose so is worth a line, not an alarm.
     */
    private void log(Throwable error, Problem problem, boolean answeredAlready) {
        if (problem.status() == UNEXPECTED && !answeredAlready) {
            LOG.error("Request {} failed", requestId.get(), error);
        } else if (problem.status() > UNEXPECTED && error.getCause() != null && !answeredAlready) {
            LOG.warn(
                    "Request {}: {}, because of {}",
                    requestId.get(),
                    problem.code(),
                    error.getCause().toString());
        } else {
            LOG.debug("Request {} refused with {}", requestId.get(), problem.code());
        }
    }

    /** A script in a page must not make the browser ask for a password. */
    private static boolean isScript(HttpServletRequest request) {
        var mode = request == null ? null : request.getHeader("Sec-Fetch-Mode");
        return mode != null && !"navigate".equals(mode);
    }

    private static GuardedResponse keptResponse() {
        var message = JAXRSUtils.getCurrentMessage();
        var in = message == null ? null : message.getExchange().getInMessage();
        return in != null && in.get(AbstractHTTPDestination.HTTP_RESPONSE) instanceof GuardedResponse kept
                ? kept
                : null;
    }

    /** What was written before the error must not stand in front of the problem. */
    private static void forgetHalfAnAnswer(GuardedResponse response) {
        if (response != null && response.isKept() && response.body().length > 0) {
            response.discardBody();
            response.setContentType(ProblemWriter.MEDIA_TYPE);
        }
    }

    private static HttpServletRequest request() {
        var message = JAXRSUtils.getCurrentMessage();
        return message == null ? null : (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
    }

    /** The same for JAX-RS's own exceptions, which would otherwise meet CXF's more specific mapper. */
    public static final class OfJaxRs implements ExceptionMapper<WebApplicationException> {

        private final ErrorAnswers all;

        /**
         * Creates the mapper.
         *
         * @param all does the work
         */
        public OfJaxRs(ErrorAnswers all) {
            this.all = all;
        }

        @Override
        public Response toResponse(WebApplicationException error) {
            return all.toResponse(error);
        }
    }
}
