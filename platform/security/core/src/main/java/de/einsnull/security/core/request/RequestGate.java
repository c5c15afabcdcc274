package de.einsnull.security.core.request;

import de.einsnull.security.core.SecurityConfig;
import de.einsnull.security.core.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.HttpWhiteboardConstants;
import org.osgi.service.servlet.whiteboard.Preprocessor;

/**
 * The first to see a request and the last to see its response, whatever servlet serves it and also when none does: gives it
 * a number, believes or ignores what proxies say, sets the security headers.
 */
@Component(
        service = Preprocessor.class,
        configurationPid = SecurityConfig.PID,
        property = {
            HttpWhiteboardConstants.HTTP_WHITEBOARD_PREPROCESSOR_INIT_PARAM_PREFIX + "name=einsnull-security",
            "service.ranking:Integer=1000000"
        })
@Designate(ocd = SecurityConfig.class)
public final class RequestGate implements Preprocessor {

    private static final String ID_HEADER = "X-Request-Id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int ID_BYTES = 12;

    private final Identifier identifier;
    private volatile Set<String> proxies;
    private volatile SecurityHeaders headers;

    @Activate
    public RequestGate(@Reference Identifier identifier, SecurityConfig config) {
        this.identifier = identifier;
        modified(config);
    }

    /** It stays registered, so that no request goes without its headers. */
    @Modified
    void modified(SecurityConfig config) {
        headers = new SecurityHeaders(each(config.contentSources()).toArray(String[]::new));
        proxies = each(config.trustedProxies()).collect(Collectors.toUnmodifiableSet());
    }

    /** In a configuration file a list is one text with commas. */
    private static Stream<String> each(String[] values) {
        return Arrays.stream(values)
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var raw = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var trusted = proxies.contains(raw.getRemoteAddr());
        var client = trusted ? new ClientRequest(raw) : raw;
        var id = id(raw, trusted);
        headers.apply(client, answer);
        answer.setHeader(ID_HEADER, id);
        Requests.enter(new RequestState(id, client, answer, identifier));
        try {
            chain.doFilter(client, answer);
        } finally {
            Requests.leave();
        }
    }

    private static String id(HttpServletRequest request, boolean trusted) {
        var given = request.getHeader(ID_HEADER);
        return trusted && given != null && ID.matcher(given).matches() ? given : Tokens.random(ID_BYTES);
    }
}
