package de.einsnull.portal.shell.web;

import de.einsnull.portal.shell.testing.Fakes;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request to a servlet and what it answered. */
final class Exchange {

    private final String method;
    private final String path;
    private final Map<String, String> requestHeaders = new HashMap<>();
    private final Map<String, String[]> parameters = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final List<Cookie> sent = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    final Map<String, String> headers = new HashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    int status = 200;

    Exchange(String method, String path) {
        this.method = method;
        this.path = path;
    }

    Exchange header(String name, String value) {
        requestHeaders.put(name, value);
        return this;
    }

    Exchange parameter(String name, String value) {
        parameters.put(name, new String[] {value});
        return this;
    }

    Exchange attribute(String name, Object value) {
        attributes.put(name, value);
        return this;
    }

    Exchange cookie(String name, String value) {
        sent.add(new Cookie(name, value));
        return this;
    }

    HttpServletRequest request() {
        var calls = new HashMap<String, Fakes.Call>();
        calls.put("getMethod", arguments -> method);
        calls.put("getRequestURI", arguments -> path);
        calls.put("getPathInfo", arguments -> path.substring(path.indexOf('/', 1)));
        calls.put("getHeader", arguments -> requestHeaders.get((String) arguments[0]));
        calls.put("getParameterMap", arguments -> parameters);
        calls.put("getAttribute", arguments -> attributes.get((String) arguments[0]));
        calls.put("getCookies", arguments -> sent.isEmpty() ? null : sent.toArray(Cookie[]::new));
        return Fakes.of(HttpServletRequest.class, calls);
    }

    HttpServletResponse response() {
        var calls = new HashMap<String, Fakes.Call>();
        calls.put("setStatus", arguments -> status = (Integer) arguments[0]);
        calls.put("setHeader", arguments -> headers.put((String) arguments[0], (String) arguments[1]));
        calls.put("setContentType", arguments -> headers.put("Content-Type", (String) arguments[0]));
        calls.put("addCookie", arguments -> cookies.add((Cookie) arguments[0]));
        calls.put("getOutputStream", arguments -> new Output());
        return Fakes.of(HttpServletResponse.class, calls);
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return body.toByteArray();
    }

    private final class Output extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(int b) {
            body.write(b);
        }
    }
}
