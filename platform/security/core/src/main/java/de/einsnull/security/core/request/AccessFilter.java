package de.einsnull.security.core.request;

import de.einsnull.security.api.Access;
import de.einsnull.security.api.AuditTrail;
import de.einsnull.security.core.SecurityConfig;
import de.einsnull.security.core.SecurityMeters;
import de.einsnull.security.core.request.Who.Kind;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a request through to its servlet, or not. In this order: the servlet states who may come in; the body is not too
 * long; a change by a browser carries the token of one of our forms; the caller meets the requirement.
 */
@Component(
        service = Filter.class,
        configurationPid = SecurityConfig.PID,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_PATTERN + "=/*",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_FILTER_ASYNC_SUPPORTED + ":Boolean=true",
            HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_SELECT + "=("
                    + HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME + "=*)",
            "service.ranking:Integer=1000000",
            "einsnull.access.filter:Boolean=true"
        })
public final class AccessFilter implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> FROM_US = Set.of("same-origin", "none");
    private static final String TOKEN_HEADER = "X-CSRF-Token";
    private static final String TOKEN_FIELD = "csrf";

    private final AccessRules rules;
    private final AuditTrail audit;
    private final SecurityMeters meters;
    private volatile long bodyLimit;

    @Activate
    public AccessFilter(
            @Reference AccessRules rules,
            @Reference AuditTrail audit,
            @Reference SecurityMeters meters,
            SecurityConfig config) {
        this.rules = rules;
        this.audit = audit;
        this.meters = meters;
        modified(config);
    }

    /** The filter stays registered: without it, requests would pass unchecked for a moment. */
    @Modified
    void modified(SecurityConfig config) {
        bodyLimit = Math.max(1, config.maxBodyInBytes());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var incoming = (HttpServletRequest) request;
        judge(incoming, (HttpServletResponse) response, chain);
        if (!SAFE.contains(incoming.getMethod())) {
            RestOfBody.discard(incoming);
        }
    }

    private void judge(HttpServletRequest incoming, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var state = Requests.current().orElse(null);
        var rule = rules.of(incoming.getHttpServletMapping()).orElse(null);
        if (state == null || rule == null) {
            LOG.warn(
                    "Refused: the servlet for the pattern '{}' states no {}",
                    incoming.getHttpServletMapping().getPattern(),
                    Access.PROPERTY);
            refuse(Refusal.NOT_ALLOWED, state, incoming, answer);
            return;
        }
        long limit = isItsUpload(incoming, rule) ? 0 : rule.bodyLimit().orElse(bodyLimit);
        var refusal = limit > 0 && incoming.getContentLengthLong() > limit
                ? Optional.of(Refusal.TOO_LARGE)
                : decide(state, rule, incoming, answer);
        if (refusal.isPresent()) {
            refuse(refusal.get(), state, incoming, answer);
        } else {
            passOn(incoming, answer, chain, limit);
        }
    }

    private void passOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain, long limit)
            throws IOException, ServletException {
        if (limit <= 0 || request.getContentLengthLong() >= 0 || SAFE.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            chain.doFilter(new LimitedRequest(request, limit), response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (!BodyTooLarge.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            refuse(Refusal.TOO_LARGE, Requests.current().orElse(null), request, response);
        }
    }

    private Optional<Refusal> decide(
            RequestState state, AccessRule rule, HttpServletRequest request, HttpServletResponse response) {
        var programs = Paths.forPrograms(request);
        if (programs && request.getHeader("Authorization") != null) {
            var wrong = wrongCredentials(state.who(), response);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        if (!SAFE.contains(request.getMethod()) && isForged(state, request, rule, programs)) {
            return Optional.of(Refusal.STALE_FORM);
        }
        return switch (rule.access()) {
            case Access.PUBLIC, Access.SELF_CHECKED -> Optional.empty();
            default -> require(rule.access(), state.who());
        };
    }

    private static Optional<Refusal> wrongCredentials(Who who, HttpServletResponse response) {
        return switch (who.kind()) {
            case WRONG -> Optional.of(Refusal.WRONG_LOGIN);
            case UNKNOWN -> Optional.of(Refusal.ACCOUNTS_AWAY);
            case THROTTLED -> {
                response.setHeader("Retry-After", Long.toString(who.retryAfter().toSeconds() + 1));
                yield Optional.of(Refusal.TOO_MANY);
            }
            default -> Optional.empty();
        };
    }

    /** A program without cookies has nothing that a foreign page could borrow. */
    private static boolean isForged(RequestState state, HttpServletRequest request, AccessRule rule, boolean programs) {
        var site = request.getHeader("Sec-Fetch-Site");
        var borrowed = state.who().kind() != Kind.NOBODY;
        if (site != null && !FROM_US.contains(site) && (borrowed || !programs)) {
            return true;
        }
        if (state.who().kind() == Kind.BASIC || (programs && !borrowed) || isItsUpload(request, rule)) {
            return false;
        }
        var header = request.getHeader(TOKEN_HEADER);
        return !state.acceptsCsrf(header != null ? header : request.getParameter(TOKEN_FIELD));
    }

    private static boolean isItsUpload(HttpServletRequest request, AccessRule rule) {
        if (!rule.checksUploads()) {
            return false;
        }
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static Optional<Refusal> require(String requirement, Who who) {
        if (who.identity().meets(requirement)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (who.kind()) {
                    case UNKNOWN -> Refusal.ACCOUNTS_AWAY;
                    case SESSION, BASIC -> Refusal.NOT_ALLOWED;
                    default -> Refusal.LOGIN_NEEDED;
                });
    }

    private void refuse(Refusal refusal, RequestState state, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        meters.refused(refusal.status());
        if (state != null && refusal.status() == HttpServletResponse.SC_FORBIDDEN) {
            var action = refusal == Refusal.STALE_FORM ? "request.forged" : "access.denied";
            audit.record(state.who().identity().id(), action, Paths.of(request), false);
        }
        refusal.answer(request, response);
    }
}
