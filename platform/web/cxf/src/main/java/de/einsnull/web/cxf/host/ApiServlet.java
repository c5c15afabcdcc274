package de.einsnull.web.cxf.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.einsnull.web.cxf.http.Conditional;
import de.einsnull.web.cxf.http.GuardedResponse;
import de.einsnull.web.cxf.jaxrs.JsonMapper;
import de.einsnull.web.cxf.problem.PlatformProblems;
import de.einsnull.web.cxf.problem.ProblemWriter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists the REST modules at {@code /api} and answers for modules under it that are not there. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=einsnull-api",
            "osgi.http.whiteboard.servlet.pattern=/api",
            "osgi.http.whiteboard.servlet.pattern=/api/*",
            "einsnull.access=public"
        })
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LIST = 1_000_000;

    private final transient RestHost host;
    private final transient ObjectMapper json = JsonMapper.create();

    /** Takes its list from the host. */
    @Activate
    public ApiServlet(@Reference RestHost host) {
        this.host = host;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getPathInfo();
        var isRoot = path == null || "/".equals(path);
        if (isRoot && List.of("GET", "HEAD").contains(request.getMethod())) {
            var guarded = new GuardedResponse(response, LONGEST_LIST);
            guarded.setContentType("application/json");
            guarded.getOutputStream().write(json.writeValueAsBytes(Map.of("apis", host.apis())));
            Conditional.apply(request, guarded);
            guarded.finish();
        } else {
            var language = ProblemWriter.language(request.getHeader("Accept-Language"));
            var problem = isRoot ? PlatformProblems.methodNotAllowed() : PlatformProblems.notFound();
            if (isRoot) {
                response.setHeader("Allow", "GET, HEAD");
            }
            ProblemWriter.write(response, problem, language, host.requestId());
        }
    }
}
